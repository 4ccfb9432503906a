package dev.seqrpay.seqr;

import static dev.seqrpay.seqr.Samples.ADDRESSES;
import static dev.seqrpay.seqr.Samples.FULL;
import static dev.seqrpay.seqr.Samples.SMALL;
import static dev.seqrpay.seqr.Samples.payment;
import static dev.seqrpay.seqr.Samples.seqr;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.AcknowledgmentMode;
import dev.seqrpay.payment.CustomerToken;
import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.InvoiceBuilder;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentBuilder;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.RefundDetails;
import dev.seqrpay.payment.Reservation;
import dev.seqrpay.payment.Reservation.Mode;
import dev.seqrpay.payment.SeqrInvoice;
import dev.seqrpay.payment.SeqrInvoiceBuilder;
import dev.seqrpay.payment.Standing;
import dev.seqrpay.payment.TokenOffer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

/** What goes out, byte for byte, in the order of the contract's tables. */
class SoapRequestsTest {
    private static final String CONTEXT = context("<id>T-87</id><type>TERMINALID</type>");
    private static final String RESELLER = context("<id>R-5</id><type>RESELLERUSER</type><userId>9900</userId>");
    private static final String TOTAL = "<currency>SEK</currency><value>149.50</value>";
    /** What the shop has answered to. */
    private static final String TOKENS =
            "<tokens><description>Kaffeklubben</description><id>card</id><status>1</status>"
                    + "<value>9752</value></tokens><tokens><id>coupon</id><status>99</status></tokens>";

    private static final String INVOICE =
            "<invoice><paymentMode>IMMEDIATE_DEBIT</paymentMode><acknowledgmentMode>NO_ACKNOWLEDGMENT</acknowledgmentMode>"
                    + "<issueDate>2026-01-31T12:00:00Z</issueDate><title>One</title><clientInvoiceId>order-1</clientInvoiceId>"
                    + "<invoiceRows><invoiceRow><itemDescription>One</itemDescription><itemQuantity>1</itemQuantity>"
                    + "<itemTotalAmount>" + TOTAL + "</itemTotalAmount></invoiceRow></invoiceRows>"
                    + "<totalAmount>" + TOTAL + "</totalAmount><cashierId>webshop</cashierId><footer>One</footer>"
                    + "<backURL>https://pay.example/pay/pay_1/t/receipt</backURL>"
                    + "<notificationUrl>https://pay.example/notifications/pay_1/t?a=1&amp;b=2</notificationUrl></invoice>";

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of(Operation.SEND_INVOICE, CONTEXT + INVOICE),
                Arguments.of(
                        Operation.UPDATE_INVOICE,
                        CONTEXT + "<invoiceReference>1397240460668</invoiceReference>" + INVOICE + TOKENS),
                Arguments.of(
                        Operation.GET_PAYMENT_STATUS,
                        CONTEXT
                                + "<invoiceReference>1397240460668</invoiceReference><invoiceVersion>2</invoiceVersion>"),
                Arguments.of(Operation.CANCEL_INVOICE, CONTEXT + "<invoiceReference>1397240460668</invoiceReference>"),
                Arguments.of(
                        Operation.COMMIT_RESERVATION, CONTEXT + "<invoiceReference>1397240460668</invoiceReference>"),
                Arguments.of(
                        Operation.SUBMIT_PAYMENT_RECEIPT,
                        CONTEXT + "<ersReference>ERS-77</ersReference><receiptDocument><mimeType>text/html</mimeType>"
                                + "<receiptData>PHA+VGFjayBmw7ZyIGvDtnBldDwvcD4=</receiptData>"
                                + "<receiptType>PAYMENT_RECEIPT</receiptType></receiptDocument>"),
                Arguments.of(
                        Operation.REFUND_PAYMENT,
                        CONTEXT
                                + "<ersReference>ERS-77</ersReference><invoice><paymentMode>IMMEDIATE_DEBIT</paymentMode>"
                                + "<acknowledgmentMode>NO_ACKNOWLEDGMENT</acknowledgmentMode>"
                                + "<issueDate>2026-01-31T12:00:00Z</issueDate><title>Refund</title><clientInvoiceId>order-1</clientInvoiceId><invoiceRows><invoiceRow>"
                                + "<itemDescription>Refund</itemDescription><itemQuantity>1</itemQuantity>"
                                + "<itemTotalAmount><currency>SEK</currency><value>49.50</value></itemTotalAmount>"
                                + "</invoiceRow></invoiceRows>"
                                + "<totalAmount><currency>SEK</currency><value>49.50</value></totalAmount>"
                                + "<cashierId>webshop</cashierId><footer>One</footer></invoice>"),
                Arguments.of(
                        Operation.REGISTER_TERMINAL,
                        RESELLER + "<externalTerminalId>till-1</externalTerminalId>"
                                + "<password>n3w&amp;pass</password><name>Till 1</name>"),
                Arguments.of(Operation.UNREGISTER_TERMINAL, CONTEXT),
                Arguments.of(Operation.ASSIGN_SEQR_ID, CONTEXT + "<seqrId>SHOP1</seqrId>"),
                Arguments.of(Operation.MARK_TRANSACTION_PERIOD, RESELLER + "<parameters><parameter/></parameters>"),
                Arguments.of(
                        Operation.EXECUTE_REPORT,
                        RESELLER
                                + "<reportId>STD_RECON_006.xml</reportId><language>sv</language><parameters><parameter>"
                                + "<entry><key>transactionPeriodId</key><value>4711</value></entry>"
                                + "<entry><key>TERMINALID</key><value>T-87</value></entry></parameter></parameters>"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void onlyTheWrapperIsQualifiedAndItsChildrenAreInTheContractsOrder(Operation operation, String inside) {
        assertThat(sent(operation.call, operation)).isEqualTo(request(operation.word, inside));
    }

    @Test
    void everyOperationOfTheContractIsHere() {
        assertThat(requests().map(row -> row.get()[0])).containsExactlyElementsOf(EnumSet.allOf(Operation.class));
    }

    @ParameterizedTest
    @EnumSource
    void everyRequestIsValidByTheSchemaOfTheWsdl(Operation operation) throws Exception {
        Document request = parse(sent(operation.call, operation));
        schema().newValidator()
                .validate(new DOMSource(
                        request.getElementsByTagNameNS("*", operation.word).item(0)));
    }

    @Test
    void everyFieldOfAnInvoiceIsInItsPlaceAndSpecialCharactersAreEncoded() {
        String sent = sent(http -> seqr(http).sendInvoice(payment(FULL), ADDRESSES), Operation.SEND_INVOICE);
        assertThat(sent)
                .contains("<invoice><paymentMode>IMMEDIATE_DEBIT</paymentMode>"
                        + "<acknowledgmentMode>NO_ACKNOWLEDGMENT</acknowledgmentMode>"
                        + "<issueDate>2026-02-28T23:30:00.123Z</issueDate>"
                        + "<title>Tröjor &lt;2&gt; &amp; \"byxor\"</title><clientInvoiceId>order-1</clientInvoiceId>"
                        + "<invoiceRows><invoiceRow><itemDescription>T-shirt</itemDescription>"
                        + "<itemDiscount><currency>SEK</currency><value>20.00</value></itemDiscount>"
                        + "<itemEAN>7310865004703</itemEAN><itemQuantity>2</itemQuantity><itemSKU>sku-1</itemSKU>"
                        + "<itemTaxRate>25</itemTaxRate>"
                        + "<itemTotalAmount><currency>SEK</currency><value>100.00</value></itemTotalAmount>"
                        + "<itemUnit>PIECE</itemUnit>"
                        + "<itemUnitPrice><currency>SEK</currency><value>60.00</value></itemUnitPrice></invoiceRow>"
                        + "<invoiceRow><itemQuantity>1.5</itemQuantity>"
                        + "<itemTotalAmount><currency>SEK</currency><value>49.50</value></itemTotalAmount></invoiceRow>"
                        + "</invoiceRows><totalAmount>" + TOTAL + "</totalAmount><cashierId>Anna</cashierId>"
                        + "<footer>Tack! ]]&gt; \uD83D\uDE00</footer><backURL>");
    }

    @Test
    void aReservationIsAskedForWithItsLength() {
        Invoice reserving = InvoiceBuilder.builder(Samples.SMALL)
                .reservation(new Reservation(Mode.RESERVATION_REQUIRED_PRELIMINARY_AMOUNT, Duration.ofDays(2)))
                .build();

        assertThat(sent(http -> seqr(http).sendInvoice(payment(reserving), ADDRESSES), Operation.SEND_INVOICE))
                .contains("<paymentMode>RESERVATION_REQUIRED_PRELIMINARY_AMOUNT</paymentMode>")
                .contains("<commitReservationTimeout>172800</commitReservationTimeout></invoice>");
    }

    @Test
    void theAnswerToALoyaltyCardGoesWithTheInvoice() {
        Invoice loyal = InvoiceBuilder.builder(Samples.SMALL)
                .acknowledgmentMode(AcknowledgmentMode.REQUIRE_ACKNOWLEDGMENT)
                .build();
        CustomerToken card = new CustomerToken("card-1", "9752", "Coffee & tea", CustomerToken.Status.USED);
        SeqrInvoice answered = SeqrInvoiceBuilder.builder()
                .reference("1397240460668")
                .qrCode("HTTP://SEQR.SE/R1397240460668")
                .offer(new TokenOffer(3, List.of(card), true))
                .build();
        Payment payment = PaymentBuilder.builder(payment(loyal))
                .standing(new Standing.Issued(answered))
                .build();

        String request = sent(
                http -> {
                    seqr(http).updateInvoice(payment, ADDRESSES);
                    return "";
                },
                Operation.UPDATE_INVOICE);

        assertThat(request)
                .contains("<acknowledgmentMode>REQUIRE_ACKNOWLEDGMENT</acknowledgmentMode>")
                .contains("</invoice><tokens><description>Coffee &amp; tea</description><id>card-1</id>"
                        + "<status>1</status><value>9752</value></tokens></");
    }

    /** By number, with what names them; the reason is the title. */
    @Test
    void aRefundOfRowsNamesThem() {
        RefundDetails details = new RefundDetails(
                List.of(new RefundDetails.Row(1, BigDecimal.ONE, Money.of("SEK", "50"))), "too small", "support");
        Refund refund = new Refund(
                "ref_1", "pay_1", Money.of("SEK", "50"), Refund.State.REQUESTED, null, null, Instant.EPOCH, details);

        String request = sent(http -> seqr(http).refundPayment(payment(FULL), refund), Operation.REFUND_PAYMENT);

        assertThat(request)
                .contains("<title>too small</title>")
                .contains("<invoiceRow><itemDescription>T-shirt</itemDescription><itemEAN>7310865004703</itemEAN>"
                        + "<itemQuantity>1</itemQuantity><itemSKU>sku-1</itemSKU><itemTaxRate>25</itemTaxRate>"
                        + "<itemTotalAmount><currency>SEK</currency><value>50.00</value></itemTotalAmount>"
                        + "<itemUnit>PIECE</itemUnit></invoiceRow></invoiceRows>");
    }

    /** SEQR's reference marks these as required (contract, "Types": invoice), and a refund's invoice is one. */
    @ParameterizedTest
    @EnumSource(names = {"SEND_INVOICE", "UPDATE_INVOICE", "REFUND_PAYMENT"})
    void everyInvoiceHasWhatTheReferenceRequires(Operation operation) throws Exception {
        for (Payment payment : List.of(payment(SMALL), payment(FULL))) {
            Document request = parse(sent(
                    http -> {
                        SoapSeqr seqr = seqr(http);
                        switch (operation) {
                            case SEND_INVOICE -> seqr.sendInvoice(payment, ADDRESSES);
                            case UPDATE_INVOICE -> seqr.updateInvoice(payment, ADDRESSES);
                            default -> seqr.refundPayment(payment, Samples.refund(Samples.TOTAL));
                        }
                        return null;
                    },
                    operation));
            for (String required : List.of(
                    "paymentMode",
                    "acknowledgmentMode",
                    "issueDate",
                    "title",
                    "clientInvoiceId",
                    "totalAmount",
                    "cashierId",
                    "footer"))
                assertThat(request.getElementsByTagName(required).item(0).getTextContent())
                        .as(required)
                        .isNotBlank();
            assertThat(request.getElementsByTagName("cashierId").item(0).getTextContent())
                    .isEqualTo(payment.invoice() == FULL ? "Anna" : "webshop");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSentReadsBackAsWhatWasMeant(Operation operation) throws Exception {
        Document request = parse(sent(operation.call, operation));
        assertThat(request.getElementsByTagName("password").item(0).getTextContent())
                .isEqualTo(Samples.PASSWORD);
        assertThat(request.getElementsByTagName("clientId").item(0).getTextContent())
                .isEqualTo("Shop & Söner AB");
        assertThat(request.getElementsByTagName("clientRequestTimeout").item(0).getTextContent())
                .isEqualTo("0");
    }

    private static String context(String principal) {
        return "<context><channel>WS</channel><clientId>Shop &amp; Söner AB</clientId><clientReference>ref-1"
                + "</clientReference><clientRequestTimeout>0</clientRequestTimeout><initiatorPrincipalId>" + principal
                + "</initiatorPrincipalId><password>pass&lt;&amp;&gt;wörd</password></context>";
    }

    private static String request(String operation, String inside) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body><ns2:" + operation
                + " xmlns:ns2=\"http://external.interfaces.ers.seamless.com/\">" + inside + "</ns2:" + operation
                + "></soap:Body></soap:Envelope>";
    }

    private static String sent(Function<SoapTransport, Object> call, Operation operation) {
        AtomicReference<byte[]> sent = new AtomicReference<>();
        call.apply((request, limit) -> {
            sent.set(request);
            return Samples.plain(operation.answered().getBytes(UTF_8));
        });
        return new String(sent.get(), UTF_8);
    }

    private static Document parse(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(UTF_8)));
    }

    private static Schema schema() throws Exception {
        try (InputStream wsdl = SoapRequestsTest.class.getResourceAsStream("/seqr.wsdl")) {
            Document document = parse(new String(wsdl.readAllBytes(), UTF_8));
            org.w3c.dom.Element schema =
                    (org.w3c.dom.Element) document.getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, "schema")
                            .item(0);
            schema.setAttributeNS(
                    XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:tns", schema.getAttribute("targetNamespace"));
            schema.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:xs", XMLConstants.W3C_XML_SCHEMA_NS_URI);
            StringWriter text = new StringWriter();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(schema), new StreamResult(text));
            return SchemaFactory.newDefaultInstance().newSchema(new StreamSource(new StringReader(text.toString())));
        }
    }
}
