package dev.seqrpay.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seqrpay.payment.Money;
import dev.seqrpay.seqr.ReportPeriod;
import dev.seqrpay.seqr.SeqrReport;
import dev.seqrpay.seqr.SeqrReports;
import dev.seqrpay.seqr.SoapHttp;
import dev.seqrpay.seqr.Terminal;
import dev.seqrpay.simulator.Simulator;
import dev.seqrpay.simulator.SimulatorOptions;
import dev.seqrpay.simulator.core.Amount;
import dev.seqrpay.simulator.core.ClientContext;
import dev.seqrpay.simulator.core.Invoice;
import dev.seqrpay.simulator.core.Principal;
import dev.seqrpay.simulator.core.ReportVariant;
import dev.seqrpay.simulator.core.Seqr;
import dev.seqrpay.simulator.core.Variant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A day at the simulator, from its report, over SOAP, to the differences: in each form that SEQR's documents show. */
class SimulatedDayTest {
    private static final SimulatorOptions OPTIONS = SimulatorOptions.standard();
    private static final ClientContext SHOP =
            ClientContext.of(Principal.terminal(OPTIONS.terminalId()), OPTIONS.terminalPassword());
    private static final String DETAILS = "Reconciliation/STD_RECON_003.xml";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-29T10:00:00Z"));

    @AutoClose
    private final Simulator simulator = Simulator.start(OPTIONS.time(now::get));

    private final Seqr seqr = simulator.core();
    private final SeqrReports reports = new SeqrReports(
            Terminal.ofReseller(OPTIONS.resellerId(), OPTIONS.resellerPassword(), "shop"),
            new SoapHttp(simulator.soapUrl()),
            () -> "ref-1",
            (operation, payment, code, status, took) -> {});
    private final List<BookedPayment> ours = new ArrayList<>();

    static Stream<Variant> forms() {
        return ReportVariant.POINTS.stream()
                .filter(point -> point != ReportVariant.RowMistake.class && point != ReportVariant.ReportMistake.class)
                .flatMap(point -> Stream.of(point.getEnumConstants()));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_day_agrees_in_whichever_form_its_report_comes(Variant form) {
        seqr.switches().turn(form);
        day();

        List<Difference.Kind> expected = new ArrayList<>();
        if (form == ReportVariant.RefundsInReports.OMITTED) expected.add(Difference.Kind.REFUNDS_NOT_SHOWN);
        if (form == ReportVariant.ReversalsInReports.OMITTED) expected.add(Difference.Kind.UNKNOWN_PAYMENT);
        assertThat(kinds(DETAILS)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void so_do_its_sums(Variant form) {
        seqr.switches().turn(form).turn(ReportVariant.ShopReport.SUMMARY);
        day();

        assertThat(kinds("Reconciliation/Shop.xml"))
                .isEqualTo(
                        form == ReportVariant.ReversalsInReports.OMITTED
                                ? List.of(Difference.Kind.OTHER_TOTAL)
                                : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "MISSING_ROW, MISSING_PAYMENT",
        "EXTRA_ROW, UNKNOWN_PAYMENT",
        "OTHER_AMOUNT, OTHER_AMOUNT",
        "DOUBLED_ROW, DOUBLED"
    })
    void a_row_that_is_wrong_is_found(ReportVariant.RowMistake mistake, Difference.Kind kind) {
        seqr.switches().turn(mistake);
        day();

        assertThat(kinds(DETAILS)).containsExactly(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "TRUNCATED, cut off",
        "ANOTHER_SHOPS, its ResellerId is \"another-shop\"",
        "NEXT_DAYS, its TransactionPeriodId is",
    })
    void a_report_that_is_wrong_as_a_whole_is_refused(ReportVariant.ReportMistake mistake, String why) {
        seqr.switches().turn(mistake);
        day();

        assertThatExceptionOfType(UnreadableReport.class)
                .isThrownBy(() -> kinds(DETAILS))
                .withMessageContaining(why);
    }

    @Test
    void a_period_that_is_marked_twice_is_empty_the_second_time() {
        day();
        assertThat(kinds(DETAILS)).isEmpty();
        ours.clear();

        assertThat(kinds(DETAILS)).isEmpty();
    }

    /** Three payments, the first of them refunded in part, and one that nobody heard of. */
    private void day() {
        seqr.switches().reportAfter(Duration.ZERO);
        String first = paid("10.00");
        String refund = seqr.refundPayment(
                SHOP, first, Invoice.over(Amount.of("4.00", "SEK")).build());
        ours.add(new BookedPayment(
                "pay_1",
                first,
                Money.of("SEK", "10"),
                List.of(new BookedRefund("ref_1", refund, Money.of("SEK", "4")))));
        for (String amount : List.of("20.50", "0.07"))
            ours.add(new BookedPayment("pay_" + amount, paid(amount), Money.of("SEK", amount), List.of()));
        confirmed("77.00");
        now.set(now.get().plusSeconds(21));
        ours.add(new BookedPayment("pay_last", paid("1.00"), Money.of("SEK", "1"), List.of()));
    }

    private String paid(String amount) {
        String reference = confirmed(amount);
        return seqr.getPaymentStatus(SHOP, reference, 0).ersReference();
    }

    private String confirmed(String amount) {
        String reference = seqr.sendInvoice(
                        SHOP, Invoice.over(Amount.of(amount, "SEK")).build(), List.of())
                .invoiceReference();
        seqr.payer().scan(reference);
        seqr.payer().confirm(reference, "1234");
        return reference;
    }

    private List<Difference.Kind> kinds(String reportId) {
        ReportPeriod period = reports.markTransactionPeriod(null);
        String text = reports.executeReport(reportId, "sv", period)
                .map(SeqrReport::text)
                .orElseThrow();
        SeqrsReport report = SeqrsReport.of(text);
        report.meta().check(OPTIONS.resellerId(), null, period.id());
        List<Difference.Kind> kinds = new ArrayList<>();
        new Matching(ers -> Optional.empty()).match(report, ours, difference -> kinds.add(difference.kind()));
        return kinds;
    }
}
