package dev.seqrpay.seqr;

import static dev.seqrpay.seqr.AnswersTest.assertUnknown;
import static dev.seqrpay.seqr.Samples.answering;
import static dev.seqrpay.seqr.Samples.ask;
import static dev.seqrpay.seqr.Samples.envelope;
import static dev.seqrpay.seqr.Samples.status;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.SeqrException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that are no answer: none of them decides anything, keeps us busy for ever or prints a line. */
@ExtendWith(QuietErrors.class)
class HostileAnswersTest {
    private static final String PAID = Operation.GET_PAYMENT_STATUS.answered();

    static Stream<Arguments> notAnswers() {
        return Stream.of(
                text("nothing", ""),
                text("a blank", " "),
                text("a byte order mark alone", "\uFEFF"),
                text("a declaration alone", "<?xml version=\"1.0\"?>"),
                text("plain text", "OK"),
                text("JSON", "{\"resultCode\":0,\"status\":\"PAID\"}"),
                text(
                        "HTML",
                        "<!DOCTYPE html><html><head><title>502<meta></head><body><h1>Bad Gateway<br></body></html>"),
                text("XHTML", "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>Sign in</body></html>"),
                text("a login page in the envelope", envelope("<html><body>Sign in</body></html>")),
                text("only the answer's element", PAID.substring(PAID.indexOf("<ns2"), PAID.indexOf("</S:Body"))),
                text("an empty envelope", "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"/>"),
                text("an empty body", envelope("")),
                text("text in the body", envelope("PAID")),
                text(
                        "an empty answer",
                        envelope(
                                "<n:getPaymentStatusResponse xmlns:n=\"http://external.interfaces.ers.seamless.com/\"/>")),
                text("an answer without a return", status("").replace("<return></return>", "")),
                text("an empty return", status("")),
                text(
                        "a nil answer",
                        PAID.replace(
                                "Response xmlns",
                                "Response xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:nil=\"true\" xmlns")),
                text("text in the return", status("PAID")),
                text(
                        "SOAP 1.2",
                        PAID.replace(
                                "http://schemas.xmlsoap.org/soap/envelope/",
                                "http://www.w3.org/2003/05/soap-envelope")),
                text(
                        "no SOAP namespace",
                        PAID.replace(" xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"", "")
                                .replace("S:", "")),
                text("an undeclared prefix", PAID.replace("xmlns:ns2", "xmlns:ns3")),
                text("another namespace", PAID.replace("external.interfaces", "internal.interfaces")),
                text("a namespace without its slash", PAID.replace("seamless.com/\"", "seamless.com\"")),
                text("no namespace", PAID.replace("ns2:", "").replace(":ns2", ":unused")),
                text("a qualified return", PAID.replace("return>", "ns2:return>")),
                text(
                        "qualified children",
                        PAID.replace("status>", "ns2:status>").replace("<status", "<ns2:status")),
                text("another envelope", PAID.replace("S:Envelope", "S:Letter")),
                text("another body", PAID.replace("S:Body", "S:Letter")),
                text(
                        "a body of another namespace",
                        PAID.replace("S:Body", "B:Body").replace("<B:Body>", "<B:Body xmlns:B=\"urn:b\">")),
                text("a header alone", PAID.replace("S:Body", "S:Header")),
                text("a body before the header", PAID.replace("</S:Body>", "</S:Body><S:Header/>")),
                text("two headers", PAID.replace("<S:Body>", "<S:Header/><S:Header/><S:Body>")),
                text("two bodies", PAID.replace("</S:Envelope>", "<S:Body/></S:Envelope>")),
                text("an empty body first", PAID.replace("<S:Body>", "<S:Body/><S:Body>")),
                text("a fault before the answer", PAID.replace("<S:Body>", "<S:Body><S:Fault/>")),
                text("a fault after the answer", PAID.replace("</S:Body>", "<S:Fault/></S:Body>")),
                text("two answers", PAID.replaceAll("(<ns2.*</ns2:getPaymentStatusResponse>)", "$1$1")),
                text(
                        "two answers with a blank between",
                        PAID.replaceAll("(<ns2.*</ns2:getPaymentStatusResponse>)", "$1 $1")),
                text("two returns", PAID.replace("</return>", "</return><return/>")),
                text("two returns, the empty one first", PAID.replace("<return>", "<return/><return>")),
                text(
                        "a return in the return",
                        PAID.replace("return>", "return><return>").replace("</return><return>", "</return></return>")),
                text(
                        "the answer in the header",
                        PAID.replace("<S:Body>", "<S:Header>").replace("</S:Body>", "</S:Header><S:Body/>")),
                text("a request", PAID.replace("getPaymentStatusResponse", "getPaymentStatus")),
                text("two documents", PAID + PAID.substring(PAID.indexOf("?>") + 2)),
                text("two documents with declarations", PAID + PAID),
                text("text after the end", PAID + "x"),
                text("text before the beginning", "x" + PAID),
                text("a blank before the declaration", " " + PAID),
                text("NUL", PAID.replace("PAID", "PA\0ID")),
                text("NUL at the end", PAID + "\0"),
                text("a control character", PAID.replace("PAID", "PAID\u0001")),
                text("a reference to NUL", PAID.replace("PAID", "&#0;PAID")),
                text("a reference to a half surrogate", PAID.replace("PAID", "&#xD800;")),
                text("a reference beyond Unicode", PAID.replace("PAID", "&#x7FFFFFFFFF;")),
                text("a bare ampersand", PAID.replace("PAID", "P&D")),
                text("an unknown entity", PAID.replace("PAID", "&paid;")),
                text(
                        "an unknown entity in an unknown element",
                        PAID.replace("<status>", "<future>&nbsp;</future><status>")),
                text("an unknown entity in an attribute", PAID.replace("<return>", "<return a=\"&paid;\">")),
                text("]]> in a text", PAID.replace("PAID", "PAID]]>")),
                text("a comment that does not end", PAID.replace("<status>", "<!-- <status>")),
                text("CDATA that does not end", PAID.replace("<status>", "<![CDATA[<status>")),
                text("an attribute twice", PAID.replace("<return>", "<return a=\"1\" a=\"2\">")),
                text("an attribute without quotes", PAID.replace("<return>", "<return a=1>")),
                text("tags that cross", PAID.replace("</status><receipt>", "<receipt></status>")),
                text("other capitals", PAID.replace("</return>", "</Return>")),
                text("XML 2.0", PAID.replace("version=\"1.0\"", "version=\"2.0\"")),
                text("a declaration in the middle", PAID.replace("<return>", "<?xml version=\"1.0\"?><return>")),
                bytes("UTF-16", PAID.getBytes(UTF_16)),
                bytes("UTF-16 without a mark", PAID.getBytes(UTF_16LE)),
                bytes("ISO-8859-1 that says UTF-8", PAID.replace("P-1", "Å").getBytes(ISO_8859_1)),
                bytes("an overlong encoding", with(0xC0, 0x80)),
                bytes("an encoded half surrogate", with(0xED, 0xA0, 0x80)),
                bytes("a character beyond Unicode", with(0xF4, 0x90, 0x80, 0x80)),
                bytes("a stray continuation", with(0x80)),
                bytes("0xFF", with(0xFF)),
                bytes("a character cut at the end", cut(PAID.getBytes(UTF_8), "Å".getBytes(UTF_8)[0])),
                bytes("gzip", gzip(PAID)),
                bytes("a picture", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}),
                bytes("zeros", new byte[4096]),
                text("a DTD", doctype("<!DOCTYPE S:Envelope>")),
                text("a DTD with a default", doctype("<!DOCTYPE x [<!ATTLIST status a CDATA \"1\">]>")),
                text("an entity", doctype("<!DOCTYPE x [<!ENTITY e \"PAID\">]>").replace(">PAID<", ">&e;<")),
                text("a billion laughs", laughs().replace(">PAID<", ">&l9;<")),
                text("a billion laughs in an attribute", laughs().replace("<return>", "<return a=\"&l9;\">")),
                text(
                        "an entity of itself",
                        doctype("<!DOCTYPE x [<!ENTITY e \"&e;\">]>").replace(">PAID<", ">&e;<")),
                large("a large entity many times", () -> doctype(
                                "<!DOCTYPE x [<!ENTITY e \"" + "e".repeat(100_000) + "\">]>")
                        .replace(">PAID<", ">" + "&e;".repeat(100_000) + "<")),
                large("a DTD that does not end", () -> doctype("<!DOCTYPE x [" + "<!ENTITY e \"e\">".repeat(100_000))),
                large("20,000 elements deep", () -> status("<a>".repeat(20_000) + "</a>".repeat(20_000))),
                large("a million elements deep", () -> "<a>".repeat(1_000_000)),
                large(
                        "deep in the header",
                        () -> PAID.replace(
                                "<S:Body>",
                                "<S:Header>" + "<a>".repeat(20_000) + "</a>".repeat(20_000) + "</S:Header><S:Body>")),
                large("deep after the answer", () -> PAID.replace("</S:Body>", "</S:Body>" + "<a>".repeat(20_000))),
                large(
                        "12,000 attributes",
                        () -> PAID.replace("<return>", "<return" + attributes("a%d=\"\"", 12_000) + ">")),
                large("100 attributes", () -> PAID.replace("<return>", "<return" + attributes("a%d=\"\"", 100) + ">")),
                large(
                        "900 namespaces in every element",
                        () -> PAID.replaceAll("<(\\w+)>", "<$1" + attributes("xmlns:a%d=\"urn:a\"", 60) + ">")),
                large(
                        "150,000 namespaces",
                        () -> PAID.replace("<return>", "<return" + attributes("xmlns:a%d=\"urn:a\"", 150_000) + ">")),
                large(
                        "attributes whose hashes collide",
                        () -> PAID.replace("<return>", "<return" + colliding(4096) + ">")),
                large("a name of a million characters", () -> PAID.replace(
                                "<status>", "<" + "a".repeat(1_000_000) + "/>")
                        .replace("</status>", "")),
                large(
                        "a namespace of a million characters",
                        () -> PAID.replace("<return>", "<return xmlns:a=\"" + "a".repeat(1_000_000) + "\"></a:b>")));
    }

    private static Arguments text(String name, String answer) {
        return bytes(name, answer.getBytes(UTF_8));
    }

    private static Arguments bytes(String name, byte[] answer) {
        return Arguments.of(name, (Supplier<byte[]>) () -> answer);
    }

    /** Made only when it is its turn. */
    private static Arguments large(String name, Supplier<String> answer) {
        return Arguments.of(name, (Supplier<byte[]>) () -> answer.get().getBytes(UTF_8));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notAnswers")
    void whatIsNoAnswerDecidesNothingAndComesToAnEnd(String name, Supplier<byte[]> answer) {
        SoapTransport transport = answering(answer.get());
        assertUnknown(() -> ask(transport));
        assertThat(ownTime(transport)).as(name).isLessThan(OwnTime.HANG);
    }

    /** One namespace is the envelope's, the other SEQR's. */
    @Test
    void aThousandNamespacesAreReadAndNotOneMore() {
        String most = PAID.replace("<return>", "<!--" + "xmlns".repeat(998) + "--><return>");
        assertThat(ask(answering(most))).isEqualTo("PAID");
        assertUnknown(() -> ask(answering(most.replace("<!--", "<!--xmlns"))));
    }

    @Test
    void anAnswerCutAnywhereDecidesNothing() {
        for (Operation operation : Operation.values()) {
            byte[] whole = operation.answered().getBytes(UTF_8);
            for (int length = 0; length < whole.length; length++) {
                SoapTransport cut = answering(Arrays.copyOf(whole, length));
                assertUnknown(() -> operation.call.apply(cut));
            }
        }
    }

    static Stream<Arguments> largeButHarmless() {
        return Stream.of(
                large("a wide answer", () -> PAID.replace("<status>", "<a/>".repeat(100_000) + "<status>")),
                large(
                        "a large unknown text",
                        () -> PAID.replace("<status>", "<a>" + "b".repeat(1_000_000) + "</a><status>")),
                large(
                        "a large comment",
                        () -> PAID.replace("<status>", "<!--" + "b".repeat(1_000_000) + "--><status>")),
                large(
                        "many tokens",
                        () -> PAID.replace("<token>", "<token><status>0</status></token>".repeat(20_000) + "<token>")),
                large(
                        "20 levels of something new",
                        () -> PAID.replace("<status>", "<a>".repeat(20) + "</a>".repeat(20) + "<status>")),
                large("30 attributes", () -> PAID.replace("<return>", "<return" + attributes("a%d=\"\"", 30) + ">")),
                large("a charset that is not so", () -> PAID.replace("UTF-8", "ISO-8859-1")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("largeButHarmless")
    void whatIsOnlyLargeIsStillAnAnswer(String name, Supplier<byte[]> answer) {
        SoapTransport transport = answering(answer.get());
        assertThat(ask(transport)).isEqualTo("PAID");
        assertThat(ownTime(transport)).isLessThan(OwnTime.HANG);
    }

    @Test
    void nothingThatADocumentPointsAtIsFetched() throws Exception {
        try (Canary canary = new Canary()) {
            String address = canary.address();
            for (String answer : new String[] {
                doctype("<!DOCTYPE S:Envelope SYSTEM \"" + address + "\">"),
                doctype("<!DOCTYPE S:Envelope PUBLIC \"-//X//X\" \"" + address + "\">"),
                doctype("<!DOCTYPE x [<!ENTITY e SYSTEM \"" + address + "\">]>").replace(">PAID<", ">&e;<"),
                doctype("<!DOCTYPE x [<!ENTITY % e SYSTEM \"" + address + "\"> %e;]>"),
                doctype("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>")
                        .replace(">PAID<", ">&e;<")
            }) assertUnknown(() -> ask(answering(answer)));
            ask(answering(PAID.replace(
                    "<return>",
                    "<return xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:schemaLocation=\"urn:x " + address
                            + "\" i:noNamespaceSchemaLocation=\"" + address + "\">"
                            + "<x:include xmlns:x=\"http://www.w3.org/2001/XInclude\" href=\"" + address + "\"/>")));
            ask(answering(PAID.replace("<S:Envelope", "<?xml-stylesheet href=\"" + address + "\"?><S:Envelope")));
            assertThat(canary.connections()).isZero();
        }
    }

    private static Duration ownTime(SoapTransport transport) {
        OwnTime time = new OwnTime();
        try {
            time.of(() -> ask(transport));
        } catch (SeqrException unknown) {
            // it is the time that counts
        }
        return time.longest();
    }

    private static String doctype(String doctype) {
        return PAID.replace("?>", "?>" + doctype);
    }

    private static String laughs() {
        StringBuilder entities = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 10; i++)
            entities.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        return doctype(entities.append("]>").toString());
    }

    private static String attributes(String one, int count) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) all.append(' ').append(String.format(one, i));
        return all.toString();
    }

    /** "Aa" and "BB" have the same hash, and so has every word made of them. */
    private static String colliding(int count) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append(' ');
            for (int bit = 0; bit < 12; bit++) all.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            all.append("=\"\"");
        }
        return all.toString();
    }

    private static byte[] with(int... bytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int at = PAID.indexOf("P-1");
        all.writeBytes(PAID.substring(0, at).getBytes(UTF_8));
        for (int b : bytes) all.write(b);
        all.writeBytes(PAID.substring(at).getBytes(UTF_8));
        return all.toByteArray();
    }

    private static byte[] cut(byte[] answer, byte last) {
        byte[] longer = Arrays.copyOf(answer, answer.length + 1);
        longer[answer.length] = last;
        return longer;
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
            zipped.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
