package dev.seqrpay.seqr;

import static dev.seqrpay.simulator.RawSoap.CONTEXT;
import static dev.seqrpay.simulator.RawSoap.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seqrpay.payment.AcknowledgmentMode;
import dev.seqrpay.payment.Addresses;
import dev.seqrpay.payment.Attempt;
import dev.seqrpay.payment.CustomerToken;
import dev.seqrpay.payment.CustomerToken.Status;
import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.InvoiceBuilder;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentBuilder;
import dev.seqrpay.payment.Purchase;
import dev.seqrpay.payment.SeqrException;
import dev.seqrpay.payment.SeqrGateway.InvoiceStatus;
import dev.seqrpay.payment.SeqrGateway.SentInvoice;
import dev.seqrpay.payment.SeqrInvoice;
import dev.seqrpay.payment.SeqrInvoiceBuilder;
import dev.seqrpay.payment.Standing;
import dev.seqrpay.payment.TokenOffer;
import dev.seqrpay.simulator.Phone;
import dev.seqrpay.simulator.RawSoap;
import dev.seqrpay.simulator.Simulator;
import dev.seqrpay.simulator.SimulatorOptions;
import dev.seqrpay.simulator.core.Payer;
import dev.seqrpay.simulator.core.ReportVariant;
import dev.seqrpay.simulator.core.Variant;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The deployed client and the simulator, over SOAP, in every way that SEQR's documents can be read. */
class GatewayTest {
    @AutoClose
    private final Simulator simulator = Simulator.start(SimulatorOptions.standard());

    private final RawSoap soap = new RawSoap(simulator.soapUrl());
    private final SimulatorOptions options = SimulatorOptions.standard();
    private final SoapSeqr seqr = new SoapSeqr(
            Terminal.of(options.terminalId(), options.terminalPassword(), "shop"),
            new SoapHttp(simulator.soapUrl()),
            () -> "ref-1",
            (operation, payment, code, status, took) -> {});

    static List<Variant> variants() {
        return Variant.ALL.stream()
                .flatMap(point -> List.of(point.getEnumConstants()).stream())
                .map(Variant.class::cast)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void aPurchaseIsMadeAndUnderstoodEitherWay(Variant way) {
        simulator.core().switches().turn(way);
        Payment payment = issued(order("93.30", "-6.70", "100.00"));
        assertThat(seqr.getPaymentStatus(payment, 0).word()).isEqualTo("ISSUED");

        new Phone(simulator.url()).pay(payment.qrCode(), "1234");
        InvoiceStatus paid = seqr.getPaymentStatus(payment, 0);

        assertThat(paid.word()).isEqualTo("PAID");
        assertThat(paid.receiptTotal()).isEqualTo(payment.invoice().total());
        assertThat(paid.receiptReference()).isEqualTo(payment.reference());
        assertThat(paid.ersReference()).matches("[0-9]{25}");
        Payment kept = confirmed(payment, paid.ersReference());
        assertThat(seqr.refundPayment(kept, Samples.refund(Money.of("SEK", "3.30"))))
                .matches("[0-9]{25}");
        assertThat(simulator.core().invoices().get(0).refunded()).isEqualByComparingTo("3.30");
    }

    /** Whatever the documents leave open, a card is heard of once for each version, and its answer lets the payer pay. */
    @ParameterizedTest
    @MethodSource("variants")
    void aLoyaltyCardIsOfferedAndAnsweredEitherWay(Variant way) {
        simulator.core().switches().turn(way);
        Payment payment = issued(InvoiceBuilder.builder(order("100.00", "100.00"))
                .acknowledgmentMode(AcknowledgmentMode.REQUIRE_ACKNOWLEDGMENT)
                .build());
        int before = seqr.getPaymentStatus(payment, 0).version();
        Payer payer = simulator.core().payer();
        payer.scan(payment.reference());
        payer.offer(payment.reference(), dev.seqrpay.simulator.core.CustomerToken.offered("c-1", "9752", "Club"));

        InvoiceStatus waits = seqr.getPaymentStatus(payment, 0);

        assertThat(waits.word()).isEqualTo("PENDING_ISSUER_ACKNOWLEDGE");
        assertThat(waits.version()).isGreaterThan(before);
        CustomerToken card = new CustomerToken("c-1", "9752", "Club", Status.PENDING);
        assertThat(waits.tokens()).containsExactly(card);
        seqr.updateInvoice(answered(payment, card), addresses());
        InvoiceStatus after = seqr.getPaymentStatus(payment, waits.version());
        assertThat(after.word()).isEqualTo("ISSUED");
        assertThat(after.version()).isGreaterThan(waits.version());
        assertThat(after.tokens()).extracting(CustomerToken::status).containsExactly(Status.USED);
        assertThat(payer.confirm(payment.reference(), "1234").status().name()).isEqualTo("PAID");
    }

    private static Payment answered(Payment payment, CustomerToken card) {
        CustomerToken used = new CustomerToken(card.id(), card.value(), card.description(), Status.USED);
        SeqrInvoice invoice = SeqrInvoiceBuilder.builder(payment.seqrInvoice().orElseThrow())
                .offer(new TokenOffer(1, List.of(used), true))
                .build();
        return PaymentBuilder.builder(payment)
                .standing(new Standing.Issued(invoice))
                .build();
    }

    /** As SEQR's own PHP client does (contract, "Types": paymentInvoiceRow), its children in the order of its arrays. */
    @Test
    void rowsWithoutAQuantityAndInAnyOrderAreTaken() throws Exception {
        String row = "<invoiceRow><itemTotalAmount><value>5</value><currency>SEK</currency></itemTotalAmount>"
                + "<itemDescription>Tea</itemDescription></invoiceRow>";
        String answer = soap.call(
                        "sendInvoice",
                        "<invoice><totalAmount><value>10.0</value><currency>SEK</currency></totalAmount><cashierId>Bob"
                                + "</cashierId><invoiceRows>" + row + row + "</invoiceRows><title>Tea</title></invoice>"
                                + CONTEXT)
                .body();

        assertThat(text(answer, "resultCode")).isEqualTo("0");
        assertThat(simulator.core().invoices().get(0).invoice().rows()).hasSize(2);
        assertThat(new Phone(simulator.url()).pay(text(answer, "invoiceQRCode"), "1234"))
                .isEqualTo("PAID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<parameters><parameter>%s</parameter></parameters>",
                "<parameters>%s</parameters>",
                "%s",
                "<parameters/>%s"
            })
    void theParametersOfAReportAreTakenInEveryFormInWhichTheyAreSeen(String form) throws Exception {
        simulator.core().switches().reportAfter(Duration.ZERO);
        String marked = soap.call(
                        "markTransactionPeriod", office() + form.formatted(entry("TERMINALID", options.terminalId())))
                .body();
        String period = text(marked, "transactionPeriodId");
        assertThat(period).matches("[0-9]{25}");

        String report = soap.call(
                        "executeReport",
                        office() + "<reportId>STD_RECON_006.xml</reportId>"
                                + form.formatted(entry("transactionPeriodId", period)
                                        + entry("TERMINALID", options.terminalId())))
                .body();

        assertThat(text(report, "resultCode")).isEqualTo("0");
        assertThat(report).contains(period);
    }

    static List<Variant> waysOfReports() {
        return ReportVariant.POINTS.stream()
                .flatMap(point -> List.of(point.getEnumConstants()).stream())
                .map(Variant.class::cast)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("waysOfReports")
    void aReportIsFetchedInEveryForm(Variant way) {
        simulator.core().switches().turn(way).reportAfter(Duration.ZERO);
        SeqrReports reports = reports();

        ReportPeriod shops = reports.markTransactionPeriod(null);
        ReportPeriod terminals = reports.markTransactionPeriod(options.terminalId());

        assertThat(shops.id()).matches("[0-9]{25}");
        assertThat(reports.executeReport("Reconciliation/Shop.xml", "sv", shops))
                .map(SeqrReport::text)
                .hasValueSatisfying(text -> assertThat(text).startsWith("<?xml "));
        assertThat(reports.executeReport("STD_RECON_007.xml", "sv", terminals))
                .map(SeqrReport::text)
                .hasValueSatisfying(text -> assertThat(text).contains(options.terminalId()));
    }

    @Test
    void aReportThatIsNotReadyIsNoFailure() {
        simulator.core().switches().reportAfter(Duration.ofDays(1));
        ReportPeriod period = reports().markTransactionPeriod(null);

        assertThat(reports().executeReport("Reconciliation/Shop.xml", "sv", period))
                .isEmpty();
    }

    @Test
    void aTerminalCannotFetchReports() {
        SeqrReports terminals = new SeqrReports(
                Terminal.of(options.terminalId(), options.terminalPassword(), "shop"),
                new SoapHttp(simulator.soapUrl()),
                () -> "ref-1",
                Samples.NO_LISTENER);

        assertThatExceptionOfType(SeqrException.class)
                .isThrownBy(() -> terminals.markTransactionPeriod(null))
                .withMessageContaining("21");
    }

    private SeqrReports reports() {
        return new SeqrReports(
                Terminal.ofReseller(options.resellerId(), options.resellerPassword(), "shop"),
                new SoapHttp(simulator.soapUrl()),
                () -> "ref-1",
                Samples.NO_LISTENER);
    }

    private String office() {
        return "<context><initiatorPrincipalId><id>" + options.resellerId() + "</id><type>RESELLERUSER</type>"
                + "<userId>9900</userId></initiatorPrincipalId><password>" + options.resellerPassword()
                + "</password></context>";
    }

    private static String entry(String key, String value) {
        return "<entry><key>" + key + "</key><value>" + value + "</value></entry>";
    }

    private Payment issued(Invoice invoice) {
        SentInvoice sent =
                seqr.sendInvoice(payment(invoice, new Standing.Created(new Attempt(1, Instant.EPOCH))), addresses());
        return payment(invoice, new Standing.Issued(new SeqrInvoice(sent.reference(), sent.qrCode(), 0)));
    }

    private Addresses addresses() {
        return new Addresses() {
            @Override
            public String notification(String paymentId) {
                return simulator.url() + "/nowhere";
            }

            @Override
            public String view(String paymentId) {
                return simulator.url() + "/view";
            }
        };
    }

    private Payment confirmed(Payment issued, String ersReference) {
        Money none = issued.invoice().total().zero();
        SeqrInvoice invoice = issued.seqrInvoice().orElseThrow();
        return payment(issued.invoice(), new Standing.Paid(invoice, ersReference, issued.changedAt(), none, none));
    }

    private Payment payment(Invoice invoice, Standing standing) {
        Instant now = Instant.parse("2026-01-31T12:00:00Z");
        Purchase purchase = new Purchase("pay_1", "mer_1", options.terminalId(), invoice, now, now.plusSeconds(600));
        return new Payment(purchase, 1, now, standing);
    }

    private static Invoice order(String total, String... rows) {
        return new Invoice(
                "order-1",
                "An order",
                List.of(rows).stream()
                        .map(each ->
                                new Invoice.Row("Row", BigDecimal.ONE, money(each), null, null, null, null, null, null))
                        .toList(),
                money(total),
                null,
                null,
                null,
                null,
                null);
    }

    private static Money money(String value) {
        return new Money(
                Money.currency("SEK"), new BigDecimal(value).movePointRight(2).longValueExact());
    }
}
