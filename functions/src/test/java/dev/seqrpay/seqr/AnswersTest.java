package dev.seqrpay.seqr;

import static dev.seqrpay.seqr.Samples.PAYMENT;
import static dev.seqrpay.seqr.Samples.TOTAL;
import static dev.seqrpay.seqr.Samples.answer;
import static dev.seqrpay.seqr.Samples.answering;
import static dev.seqrpay.seqr.Samples.ask;
import static dev.seqrpay.seqr.Samples.envelope;
import static dev.seqrpay.seqr.Samples.seqr;
import static dev.seqrpay.seqr.Samples.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.ReceiptAmount;
import dev.seqrpay.payment.SeqrException;
import dev.seqrpay.payment.SeqrGateway.InvoiceStatus;
import dev.seqrpay.payment.SeqrGateway.SentInvoice;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What SEQR may write in one way or another, and what we make of it. */
@ExtendWith(QuietErrors.class)
class AnswersTest {
    private static final String XSI = " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";
    private static final String OK = "<resultCode>0</resultCode><status>ISSUED</status><version>1</version>";

    @ParameterizedTest
    @EnumSource
    void theNormalAnswerOfEveryOperationIsRead(Operation operation) {
        assertThat(operation.call.apply(answering(operation.answered())))
                .usingRecursiveComparison()
                .isEqualTo(operation.value);
    }

    /** Other ways to write the same answer. */
    static Stream<Arguments> spellings() {
        return Stream.of(
                spelling("without a declaration", xml -> xml.substring(xml.indexOf("?>") + 2)),
                spelling("with a byte order mark", xml -> "\uFEFF" + xml),
                spelling("without naming an encoding", xml -> xml.replace(" encoding=\"UTF-8\"", "")),
                spelling("in lower-case utf-8", xml -> xml.replace("UTF-8", "utf-8")),
                spelling("in single quotes", xml -> xml.replace('"', '\'')),
                spelling("as XML 1.1", xml -> xml.replace("version=\"1.0\"", "version=\"1.1\"")),
                spelling("with a line break after every tag", xml -> xml.replace("><", ">\r\n\t <")),
                spelling(
                        "with blanks around every word",
                        xml -> xml.replaceAll(
                                "<(?!title|mimeType|contentString)(\\w+)>([^<>]+)</", "<$1>\n  $2\r\n </")),
                spelling(
                        "with comments and instructions before it, one of them with what is a DTD elsewhere",
                        xml -> xml.replace("?>", "?><?a b?><?c d?><!--e--><!--f--><!--><!DOCTYPE x>-->")),
                spelling("with comments", xml -> xml.replace("><", "><!-- <x> & --><")),
                spelling("with processing instructions", xml -> xml.replace("><", "><?x y?><")),
                spelling("with comments inside texts", xml -> xml.replaceAll(">([^<>&])([^<>]+)</", ">$1<!-- -->$2</")),
                spelling("with CDATA", xml -> xml.replaceAll(">([A-Z0-9:./-]+)</", "><![CDATA[$1]]></")),
                spelling("with character references", xml -> xml.replaceAll(">0</", ">&#48;</")
                        .replaceAll(">PAID<", ">&#x50;AI&#68;<")),
                spelling("with other prefixes", xml -> xml.replace("S:", "soapenv:")
                        .replace(":S=", ":soapenv=")
                        .replace("ns2", "_")),
                spelling("with default namespaces", AnswersTest::defaultNamespaces),
                spelling("with an empty header", xml -> xml.replace("<S:Body>", "<S:Header/><S:Body>")),
                spelling(
                        "with a header of its own",
                        xml -> xml.replace(
                                "<S:Body>",
                                "<S:Header> <w:a xmlns:w=\"urn:w\" S:mustUnderstand=\"1\"><b>1</b><b>2</b>"
                                        + "<return><resultCode>20</resultCode></return></w:a> <w:c xmlns:w=\"urn:w\"/></S:Header>"
                                        + "<!-- --><S:Body>")),
                spelling("with attributes", xml -> xml.replace("<return>", "<return a=\"1\" xml:lang=\"sv\">")),
                spelling("with more declarations", xml -> xml.replace("<return>", "<return xmlns:q=\"urn:q\">")),
                spelling("with white space at the end", xml -> xml + " \r\n"),
                spelling("with a comment at the end", xml -> xml + "<!-- -->"),
                spelling("with unknown elements everywhere", AnswersTest::future),
                spelling(
                        "with unknown elements that hold known ones",
                        xml -> xml.replace(
                                "<return>",
                                "<return><future><status>X</status><status>Y</status><resultCode>1</resultCode>"
                                        + "<resultCode>2</resultCode><version>9</version><receipt/><receipt/>"
                                        + "<invoiceReference>9</invoiceReference><ersReference>9</ersReference></future>")),
                spelling(
                        "with unknown elements of mixed content",
                        xml -> xml.replace("<return>", "<return><note>a <b>bold</b> word</note>")),
                spelling(
                        "with known names in a foreign namespace",
                        xml -> xml.replace(
                                "<return>",
                                "<return><x:resultCode xmlns:x=\"urn:x\">20</x:resultCode>"
                                        + "<x:status xmlns:x=\"urn:x\">FAILED</x:status>"
                                        + "<x:status xmlns:x=\"urn:x\">FAILED</x:status>")),
                spelling(
                        "with xsi:schemaLocation",
                        xml -> xml.replace("<return>", "<return" + XSI + " xsi:schemaLocation=\"urn:x x.xsd\">")),
                spelling(
                        "with xsi:type on texts",
                        xml -> xml.replaceAll(
                                "<(resultDescription|status|invoiceReference)>",
                                "<$1" + XSI
                                        + " xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xsi:type=\"xs:string\">")),
                spelling(
                        "with an xsi:type that is not known",
                        xml -> xml.replace("<return>", "<return" + XSI + " xsi:type=\"ns2:notKnown\">")),
                spelling(
                        "with a description that says otherwise",
                        xml -> xml.replace(
                                "<resultCode>0</resultCode>",
                                "<resultCode>0</resultCode><resultDescription>20 AUTHENTICATION_FAILED</resultDescription>")));
    }

    private static Arguments spelling(String name, UnaryOperator<String> rewritten) {
        return Arguments.of(name, rewritten);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spellings")
    void theSameAnswerWrittenInAnotherWayMeansTheSame(String name, UnaryOperator<String> rewritten) {
        for (Operation operation : Operation.values())
            assertThat(operation.call.apply(answering(rewritten.apply(operation.answered()))))
                    .as(operation.word)
                    .usingRecursiveComparison()
                    .isEqualTo(operation.value);
    }

    private static String defaultNamespaces(String xml) {
        return xml.replace("S:", "")
                .replace("xmlns:S", "xmlns")
                .replace("ns2:", "")
                .replace("xmlns:ns2", "xmlns")
                .replace("<return>", "<return xmlns=\"\">");
    }

    private static String future(String xml) {
        String future = "<future a=\"b\"><is>now</is></future>";
        for (String parent :
                List.of("return", "receipt", "invoice", "totalAmount", "customerTokens", "token", "report"))
            xml = xml.replace("<" + parent + ">", "<" + parent + ">" + future)
                    .replace("</" + parent + ">", future + "</" + parent + ">");
        return xml.replace("</return>", "</return>" + future);
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerThatSomebodyWroteByHandIsRead(Operation operation) throws Exception {
        String byHand = "\r\n<soapenv:Envelope xmlns:soapenv='http://schemas.xmlsoap.org/soap/envelope/'\n"
                + " xmlns:e='http://external.interfaces.ers.seamless.com/'>\n  <soapenv:Header />\n  <soapenv:Body >\n    <e:"
                + operation.word + "Response >\n<return >" + operation.answer + "</return\n></e:" + operation.word
                + "Response>\n  </soapenv:Body>\n</soapenv:Envelope>\n\n";
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send(RawServer.ok(byHand).replace("text/xml; charset=utf-8", "application/xml"));
        })) {
            assertThat(operation.call.apply(server.client()))
                    .usingRecursiveComparison()
                    .isEqualTo(operation.value);
        }
    }

    @Test
    void callsOnManyThreadsDoNotMixTheirAnswers() {
        assertThat(IntStream.range(0, 4000).parallel().filter(call -> {
                    String own =
                            status(OK.replace("ISSUED", "WORD" + call) + "<ersReference>E" + call + "</ersReference>");
                    InvoiceStatus said = seqr(answering(own)).getPaymentStatus(PAYMENT, call);
                    return !said.word().equals("WORD" + call)
                            || !said.ersReference().equals("E" + call);
                }))
                .isEmpty();
    }

    @Test
    void childrenMayComeInAnyOrder() {
        assertThat(seqr(answering(status("<version>3</version><receipt><invoice><totalAmount><value>149.50</value>"
                                + "<currency>SEK</currency></totalAmount></invoice>"
                                + "<invoiceReference>1397240460668</invoiceReference></receipt><status>PAID</status>"
                                + "<resultCode>0</resultCode><ersReference>ERS-77</ersReference>")))
                        .getPaymentStatus(PAYMENT, 2))
                .isEqualTo(new InvoiceStatus("PAID", 3, "ERS-77", "1397240460668", TOTAL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ISSUED",
                "PAID",
                "PARTIALLY_PAID",
                "PENDING_ISSUER_ACKNOWLEDGE",
                "CANCELED",
                "FAILED",
                "RESERVED",
                "EXPIRED",
                "FROZEN",
                "paid",
                "Betald ännu",
                "PAID PAID"
            })
    void theStatusIsTheWordThatSeqrSaid(String word) {
        assertThat(ask(answering(status(OK.replace("ISSUED", word))))).isEqualTo(word);
    }

    /** The first version is 0 or 1 (contract, "What else SEQR's documents say"). */
    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "1", "+1", "007", "2147483647"})
    void everyVersionThatCountsIsRead(String version) {
        assertThat(seqr(answering(status(OK.replace("<version>1<", "<version>" + version + "<"))))
                        .getPaymentStatus(PAYMENT, 0)
                        .version())
                .isEqualTo(Integer.parseInt(version));
    }

    @Test
    void anAnswerWithNothingButWhatIsRequiredIsEnough() {
        assertThat(seqr(answering(status(OK))).getPaymentStatus(PAYMENT, 0))
                .isEqualTo(new InvoiceStatus("ISSUED", 1, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<ersReference/>",
                "<ersReference> \n </ersReference>",
                "<ersReference xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:nil=\"true\"/>",
                "<x:ersReference xmlns:x=\"urn:x\">E</x:ersReference>"
            })
    void paidWithoutAReferenceIsReadAsSuch(String reference) {
        assertThat(seqr(answering(status(reference + OK.replace("ISSUED", "PAID"))))
                        .getPaymentStatus(PAYMENT, 0))
                .isEqualTo(new InvoiceStatus("PAID", 1, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<resultCode>0</resultCode><version>1</version>",
                "<resultCode>0</resultCode><status>PAID</status>",
                "<resultCode>0</resultCode><status/><version>1</version>",
                "<resultCode>0</resultCode><status> </status><version>1</version>",
                "<resultCode>0</resultCode><status>PAID</status><version/>",
                "<resultCode>0</resultCode><status>PAID</status><version>one</version>",
                "<resultCode>0</resultCode><status>PAID</status><version>1.0</version>",
                "<resultCode>0</resultCode><status>PAID</status><version>-1</version>",
                "<resultCode>0</resultCode><status>PAID</status><version>-2147483648</version>",
                "<resultCode>0</resultCode><status>PAID</status><version>2147483648</version>",
                "<resultCode>0</resultCode><status>PAID</status><version>4294967297</version>",
                "<resultCode>0</resultCode><status>PAID</status><version>18446744073709551617</version>",
                "<resultCode>0</resultCode><status>PAID</status><version>1</version><version>2</version>",
                "<resultCode>0</resultCode><status>ISSUED</status><status>PAID</status><version>1</version>",
                "<resultCode>0</resultCode><x:status xmlns:x=\"urn:x\">PAID</x:status><version>1</version>",
                "<resultCode>0</resultCode><future><status>PAID</status></future><version>1</version>",
                "<resultCode>0</resultCode><receipt><status>PAID</status></receipt><version>1</version>",
                "<resultCode>0</resultCode><status>FAILED<x/>PAID</status><version>1</version>",
                "<resultCode>0</resultCode><status>PAID<x/></status><version>1</version>",
                "<resultCode>0</resultCode><status><x>PAID</x></status><version>1</version>",
                "<resultCode>0</resultCode><status value=\"PAID\"/><version>1</version>",
                "<resultCode>0</resultCode><status>PAID</status><version>1</version><receipt/><receipt/>",
                "<resultCode>0</resultCode><ersReference>A</ersReference><ersReference>B</ersReference>"
                        + "<status>PAID</status><version>1</version>"
            })
    void whatDoesNotSayOneStatusAndOneVersionDecidesNothing(String answer) {
        assertUnknown(() -> ask(answering(status(answer))));
    }

    @Test
    void aWordAsLongAsABookDecidesNothing() {
        assertThat(ask(answering(status(OK.replace("ISSUED", "A".repeat(256))))))
                .isEqualTo("A".repeat(256));
        assertUnknown(() -> ask(answering(status(OK.replace("ISSUED", "A".repeat(257))))));
        assertUnknown(() -> ask(answering(status(OK.replace("ISSUED", "A".repeat(1_000_000))))));
        assertUnknown(() -> ask(answering(status(OK + "<ersReference>" + "1".repeat(3000) + "</ersReference>"))));
        assertUnknown(() -> Operation.SEND_INVOICE.call.apply(
                answering(Operation.SEND_INVOICE.answered().replace("1397240460668", "1".repeat(3000)))));
    }

    static Stream<Arguments> amounts() {
        return Stream.of(
                Arguments.of("149.50", "149.50"),
                Arguments.of("149.5", "149.50"),
                Arguments.of("149.500", "149.50"),
                Arguments.of("+149.50", "149.50"),
                Arguments.of("0149.50", "149.50"),
                Arguments.of(" 149.50\n", "149.50"),
                Arguments.of("149", "149.00"),
                Arguments.of("149.", "149.00"),
                Arguments.of(".5", "0.50"),
                Arguments.of("0", "0.00"),
                Arguments.of("999999999999.99", "999999999999.99"));
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void anAmountIsReadHoweverItIsWritten(String value, String meant) {
        assertThat(seqr(answering(receipt("<currency> SEK </currency><value>" + value + "</value>")))
                        .getPaymentStatus(PAYMENT, 0)
                        .receiptTotal())
                .isEqualTo(Money.of("SEK", meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<currency>SEK</currency><value>149.505</value>",
                "<currency>SEK</currency><value>1.495E2</value>",
                "<currency>SEK</currency><value>1E1000000000</value>",
                "<currency>SEK</currency><value>1E-1000000000</value>",
                "<currency>SEK</currency><value>NaN</value>",
                "<currency>SEK</currency><value>INF</value>",
                "<currency>SEK</currency><value>149,50</value>",
                "<currency>SEK</currency><value>1 149.50</value>",
                "<currency>SEK</currency><value>-149.50</value>",
                "<currency>SEK</currency><value>1000000000000</value>",
                "<currency>SEK</currency><value>0x95</value>",
                "<currency>SEK</currency><value/>",
                "<currency>SEK</currency>",
                "<currency>JPY</currency><value>149.50</value>",
                "<currency>JPY</currency><value>149</value>",
                "<currency>sek</currency><value>149.50</value>",
                "<currency>XXX</currency><value>149.50</value>",
                "<currency/><value>149.50</value>",
                "<value>149.50</value>",
                ""
            })
    void anAmountThatCannotBeReadIsSaidToBeUnreadable(String amount) {
        assertUnreadable(amount);
    }

    private static void assertUnreadable(String amount) {
        assertThat(seqr(answering(receipt(amount))).getPaymentStatus(PAYMENT, 0).receiptTotal())
                .isEqualTo(ReceiptAmount.Unreadable.UNREADABLE);
    }

    @Test
    void anAmountOfMillionsOfDigitsIsUnreadableToo() {
        assertUnreadable("<currency>SEK</currency><value>" + "9".repeat(3_000_000) + "</value>");
        assertUnreadable("<currency>SEK</currency><value>1." + "0".repeat(3_000_000) + "</value>");
        assertUnreadable("<currency>" + "SEK".repeat(1_000) + "</currency><value>149.50</value>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<currency>SEK</currency><value>1</value><value>149.50</value>",
                "<currency>SEK</currency><currency>EUR</currency><value>149.50</value>",
                "<currency>SEK</currency><value>1<x/>49.50</value>"
            })
    void anAmountThatCanBeReadInTwoWaysDecidesNothing(String amount) {
        assertUnknown(() -> ask(answering(receipt(amount))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-02-30T00:00:00Z",
                "2026-01-31",
                "2026-01-31T24:00:00",
                "-0044-03-15T12:00:00Z",
                "12026-01-31T12:00:00Z",
                "2026-01-31T12:00:00.123456789012Z",
                "2026-01-31T12:00:00+99:00",
                "+999999999-12-31T23:59:59.999999999-18:00",
                "2026-01-31T12:00:00"
            })
    void anOddDateDoesNotMatter(String date) {
        assertThat(ask(answering(status(OK + "<receipt><paymentDate>" + date + "</paymentDate><invoice><issueDate>"
                        + date + "</issueDate></invoice></receipt>"))))
                .isEqualTo("ISSUED");
    }

    static Stream<Arguments> times() {
        return Stream.of(
                Arguments.of("2026-01-31T13:00:00+01:00", "2026-01-31T12:00:07Z", 7),
                Arguments.of("2026-01-31T12:00:00.9Z", "2026-01-31T12:00:00Z", 0),
                Arguments.of("2026-01-31T12:00:00Z", "2026-01-31T12:00:21Z", 21),
                // no zone, no date, no time, the future: nothing can be told
                Arguments.of("2026-01-31T12:00:00", "2026-01-31T12:00:21Z", null),
                Arguments.of("2026-01-31T12:00:00Z", null, null),
                Arguments.of("yesterday", "2026-01-31T12:00:21Z", null),
                Arguments.of("2026-01-31T12:00:09Z", "2026-01-31T12:00:00Z", null));
    }

    @ParameterizedTest
    @MethodSource("times")
    void howLongAgoThePayerPaidIsToldByTheServersOwnClock(String paid, String date, Integer seconds) {
        byte[] answer = status(OK + "<receipt><paymentDate>" + paid + "</paymentDate></receipt>")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        java.time.Duration since = seqr((request, limit) ->
                        new SoapAnswer("text/xml", answer, date == null ? null : java.time.Instant.parse(date)))
                .getPaymentStatus(PAYMENT, 0)
                .sincePaid();
        assertThat(since == null ? null : (Integer) (int) Math.max(0, since.toSeconds()))
                .isEqualTo(seconds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<customerTokens><token><status>99999999999</status></token></customerTokens>",
                "<receipt><invoice><commitReservationTimeout>soon</commitReservationTimeout></invoice></receipt>",
                "<receipt><invoice><paymentMode>TOMORROW</paymentMode></invoice></receipt>",
                "<receipt><invoice><invoiceRows><invoiceRow><itemQuantity>1E9</itemQuantity></invoiceRow></invoiceRows>"
                        + "</invoice></receipt>",
                "<receipt/>",
                "<receipt><invoice/></receipt>",
                "<customerTokens/>"
            })
    void oddValuesThatNothingHangsOnDoNotMatter(String odd) {
        assertThat(ask(answering(status(OK + odd)))).isEqualTo("ISSUED");
    }

    static Stream<String> halfSentInvoices() {
        return Stream.of(
                "<invoiceReference>1</invoiceReference>",
                "<invoiceQRCode>HTTP://SEQR.SE/R1</invoiceQRCode>",
                "<invoiceQRCode/><invoiceReference/>",
                "<invoiceQRCode>HTTP://SEQR.SE/R1</invoiceQRCode><invoiceReference> </invoiceReference>",
                "<invoiceQRCode>Q</invoiceQRCode><invoiceReference>1</invoiceReference><invoiceReference>2</invoiceReference>",
                "<invoiceQRCode>Q</invoiceQRCode><invoiceQRCode>R</invoiceQRCode><invoiceReference>1</invoiceReference>",
                "<invoiceQRCode>Q</invoiceQRCode><invoiceReference>1<x/>2</invoiceReference>");
    }

    @ParameterizedTest
    @MethodSource("halfSentInvoices")
    void anInvoiceWithoutItsReferenceOrItsCodeIsNotSent(String sent) {
        assertUnknown(() -> Operation.SEND_INVOICE.call.apply(
                answering(answer("sendInvoice", "<resultCode>0</resultCode>" + sent))));
    }

    @Test
    void referencesAreFreeOfTheWhiteSpaceAroundThem() {
        assertThat(Operation.SEND_INVOICE.call.apply(answering(answer(
                        "sendInvoice",
                        "<resultCode>\n0\n</resultCode><invoiceQRCode>\n HTTP://SEQR.SE/R1\n</invoiceQRCode>"
                                + "<invoiceReference>\n\t1\n</invoiceReference>"))))
                .isEqualTo(new SentInvoice("1", "HTTP://SEQR.SE/R1"));
    }

    @Test
    void aRefundMayHaveNoReference() {
        assertThat(Operation.REFUND_PAYMENT.call.apply(
                        answering(answer("refundPayment", "<resultCode>0</resultCode><ersReference/>"))))
                .isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"REGISTER_TERMINAL", "MARK_TRANSACTION_PERIOD", "EXECUTE_REPORT"})
    void anAnswerWithoutItsValueIsNotOne(Operation operation) {
        assertUnknown(() -> operation.call.apply(answering(answer(operation.word, "<resultCode>0</resultCode>"))));
    }

    @Test
    void aReportMayBeTextOrBytesOrBoth() {
        String text = "<contentString>&lt;å/></contentString>";
        String bytes = "<content>"
                + Base64.getEncoder()
                        .encodeToString("\n<?xml version=\"1.0\"?>\r\n<å/>".getBytes(StandardCharsets.UTF_8))
                + "</content>";
        assertThat(report(text)).contains("<å/>");
        assertThat(report(bytes)).contains("<?xml version=\"1.0\"?>\r\n<å/>");
        assertThat(report(bytes + text)).contains("<å/>");
    }

    @Test
    void aReportThatSaysTwoThingsSaysNothing() {
        String bytes = "<content>" + Base64.getEncoder().encodeToString("<a/>".getBytes(StandardCharsets.UTF_8))
                + "</content>";
        assertUnknown(() -> report(bytes + "<contentString>&lt;b/></contentString>"));
        assertUnknown(() -> report("<content></content><contentString> </contentString>"));
    }

    @Test
    void bytesThatAreNotWhatTheySayCountOnlyWithoutText() {
        byte[] latin = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><å/>".getBytes(StandardCharsets.ISO_8859_1);
        String bytes = "<content>" + Base64.getEncoder().encodeToString(latin) + "</content>";

        assertUnknown(() -> report(bytes));
        assertThat(report(bytes + "<contentString>&lt;å/></contentString>")).contains("<å/>");
    }

    @Test
    void aReportThatIsNotReadyIsAnAnswerOfItsOwn() {
        assertThat((Optional<?>) Operation.EXECUTE_REPORT.call.apply(
                        answering(answer("executeReport", "<resultCode>2</resultCode>"))))
                .isEmpty();
    }

    @Test
    void aPeriodMayBeNamedByTheErsReference() {
        SoapTransport older = answering(
                answer("markTransactionPeriod", "<ersReference>4712</ersReference><resultCode>0</resultCode>"));
        assertThat(Operation.MARK_TRANSACTION_PERIOD.call.apply(older)).isEqualTo(new ReportPeriod("4712", null));
    }

    private static Optional<String> report(String content) {
        Object said = Operation.EXECUTE_REPORT.call.apply(
                answering(answer("executeReport", "<resultCode>0</resultCode><report>" + content + "</report>")));
        return ((Optional<?>) said).map(report -> ((SeqrReport) report).text());
    }

    @Test
    void aReportMayBeLarge() {
        String content = "x".repeat(20_000_000);
        SeqrReport report = new SeqrReports(
                        Samples.RESELLER,
                        answering(answer(
                                "executeReport",
                                "<resultCode>0</resultCode><report><contentString>" + content
                                        + "</contentString></report>")),
                        () -> "r",
                        Samples.NO_LISTENER)
                .executeReport("a", "b", new ReportPeriod("c", null))
                .orElseThrow();
        assertThat(report.text()).hasSize(content.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"paymentStatus", "erswsResponse", "sendInvoiceResult", "invoice"})
    void whatTheAnswerCallsItsTypeDoesNotMatter(String type) {
        String said = XSI + " xsi:type=\"ns2:" + type + "\"";
        assertThat(ask(answering(status(OK).replace("<return>", "<return" + said + ">"))))
                .isEqualTo("ISSUED");
        assertThat(ask(answering(status(OK).replace("Response xmlns", "Response" + said + " xmlns"))))
                .isEqualTo("ISSUED");
    }

    @Test
    void aReturnThatIsNilSaysNothing() {
        assertUnknown(() -> ask(answering(status("").replace("<return>", "<return" + XSI + " xsi:nil=\"true\">"))));
    }

    @Test
    void aFaultIsNoDecision() {
        for (Operation operation : Operation.values())
            assertUnknown(() -> operation.call.apply(
                    answering(envelope("<S:Fault><faultcode>S:Client</faultcode><faultstring>no</faultstring><detail>"
                            + "<resultCode>0</resultCode></detail></S:Fault>"))));
    }

    @Test
    void theAnswerToAnotherOperationIsNoDecision() {
        for (Operation operation : Operation.values())
            for (Operation other : Operation.values())
                if (operation != other) assertUnknown(() -> operation.call.apply(answering(other.answered())));
    }

    private static String receipt(String amount) {
        return status(OK + "<receipt><invoice><totalAmount>" + amount + "</totalAmount></invoice></receipt>");
    }

    static void assertUnknown(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(SeqrException.class, unknown -> {
            assertThat(unknown.code()).isNull();
            assertThat(unknown).hasMessageContaining("outcome unknown");
            assertThat(unknown.isWithoutEffect()).isFalse();
        });
    }
}
