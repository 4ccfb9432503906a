package dev.seqrpay.simulator.core;

import static dev.seqrpay.simulator.core.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.simulator.core.ReportVariant.RefundsInReports;
import dev.seqrpay.simulator.core.ReportVariant.ReportMistake;
import dev.seqrpay.simulator.core.ReportVariant.ReversalsInReports;
import dev.seqrpay.simulator.core.ReportVariant.RowMistake;
import dev.seqrpay.simulator.core.ReportVariant.ShopReport;
import dev.seqrpay.simulator.core.ReportVariant.TerminalReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Marked periods and the rows of their reports. */
class ReportsTest {
    private static final String DETAILS = "Reconciliation/STD_RECON_003.xml";

    private final SeqrFixture world = new SeqrFixture();

    @Test
    void a_report_is_not_ready_for_three_seconds() {
        String period = mark();

        assertRefused(2, () -> report(DETAILS, period));
        world.passSeconds(2);
        assertRefused(2, () -> report(DETAILS, period));
        world.passSeconds(1);
        assertThat(report(DETAILS, period).rows()).isEmpty();
    }

    @Test
    void each_movement_of_money_is_in_exactly_one_period() {
        world.paid();
        String first = mark();
        world.paid();
        String second = mark();
        String third = mark();
        world.passSeconds(3);

        assertThat(report(DETAILS, first).rows()).hasSize(1);
        assertThat(report(DETAILS, second).rows()).hasSize(1);
        assertThat(report(DETAILS, third).rows()).isEmpty();
        assertThat(report(DETAILS, first).rows())
                .isNotEqualTo(report(DETAILS, second).rows());
    }

    @Test
    void a_shops_marks_do_not_end_its_terminals_periods() {
        world.paid();
        mark();
        String ofTerminal = mark("t1");
        world.passSeconds(3);

        assertThat(report("STD_RECON_006.xml", ofTerminal, "t1").rows()).hasSize(1);
    }

    @Test
    void a_terminals_report_needs_a_terminals_period_or_stays_not_ready() {
        world.paid();
        String ofShop = mark();
        String ofTerminal = mark("t1");
        world.passSeconds(1000);

        assertRefused(2, () -> report("STD_RECON_007.xml", ofShop, "t1"));
        assertThat(report("STD_RECON_007.xml", ofTerminal, "t1").terminalId()).isEqualTo("t1");
        assertRefused(10, () -> report("STD_RECON_007.xml", ofTerminal));
        assertRefused(10, () -> report("STD_RECON_007.xml", ofTerminal, "t2"));
    }

    @Test
    void both_calls_are_a_reseller_users() {
        String period = mark();
        world.passSeconds(3);

        assertRefused(21, () -> world.seqr.reports().markTransactionPeriod(world.shop, Map.of("TERMINALID", "t1")));
        assertRefused(21, () -> world.report(world.shop, DETAILS, period));
    }

    @Test
    void another_shops_terminal_is_not_ours_to_report() {
        world.seqr.registry().add(Reseller.of("r2", "other"));
        world.seqr.registry().add(Terminal.of("t2", "terminal", "Next door", "r2"));
        String period = mark();
        world.passSeconds(3);

        assertRefused(21, () -> mark("t2"));
        assertRefused(21, () -> report(DETAILS, period, "t2"));
    }

    @Test
    void what_does_not_exist_or_is_not_ours_is_refused() {
        String period = mark();
        world.passSeconds(3);

        assertRefused(10, () -> report(DETAILS, "nonsense"));
        assertRefused(10, () -> report("STD_RECON_999.xml", period));
        assertRefused(10, () -> report(null, period));
    }

    @ParameterizedTest
    @CsvSource({
        "Reconciliation/Shop.xml, TransactionDetails, DETAILS",
        "STD_RECON_001, TransactionDetails, DETAILS",
        "STD_RECON_002.xml, TerminalTransactionSummary, BY_TERMINAL",
        "Reconciliation/STD_RECON_003.xml, TransactionDetails, DETAILS",
        "Reconciliation/STD_RECON_004.xml, CashierTransactionSummary, BY_CASHIER",
        "STD_RECON_006.xml, CashierTransactionSummary, TOTAL",
        "STD_RECON_007.xml, CashierTransactionSummary, TOTAL",
    })
    void each_report_has_its_form(String reportId, String root, Report.Shape shape) {
        Report report = reportOfTerminal(reportId);

        assertThat(report.root()).isEqualTo(root);
        assertThat(report.shape()).isEqualTo(shape);
        assertThat(report.resellerId()).isEqualTo("r1");
    }

    @Test
    void two_reports_have_another_form_in_other_documents() {
        world.switches.turn(ShopReport.SUMMARY).turn(TerminalReport.DETAILS).turn(ReportVariant.SummaryRoot.TERMINAL);

        assertThat(reportOfTerminal("Reconciliation/Shop.xml").root()).isEqualTo("ResellerTransactionSummary");
        assertThat(reportOfTerminal("STD_RECON_006.xml").root()).isEqualTo("TerminalTransactionSummary");
        assertThat(reportOfTerminal("STD_RECON_007.xml").root()).isEqualTo("TransactionDetails");
    }

    @ParameterizedTest
    @CsvSource({
        "NEGATIVE, REFUND, SALES 99.50 of the payment; SALES -9.50 of the refund",
        "NEGATIVE, PAYMENT, SALES 99.50 of the payment; SALES -9.50 of the payment",
        "ELEMENT, REFUND, SALES 99.50 of the payment; REFUND 9.50 of the refund",
        "ELEMENT, PAYMENT, SALES 99.50 of the payment; REFUND 9.50 of the payment",
        "OMITTED, REFUND, SALES 99.50 of the payment",
    })
    void a_refund_shows_in_each_of_the_open_ways(RefundsInReports way, Variant.RefundNames names, String expected) {
        world.switches.turn(way).turn(names);
        String payment = world.status(world.paid()).ersReference();
        world.seqr.refundPayment(
                world.shop, payment, Invoice.over(Amount.of("9.50", "SEK")).build());

        assertThat(texts(payment)).isEqualTo(List.of(expected.split("; ")));
    }

    @ParameterizedTest
    @CsvSource({
        "HIDDEN, ''",
        "NEGATIVE, SALES 99.50 of one; SALES -99.50 of one",
        "ELEMENT, SALES 99.50 of one; REVERSAL 99.50 of one",
        "OMITTED, SALES 99.50 of one",
    })
    void a_reversed_payment_shows_in_each_of_the_open_ways(ReversalsInReports way, String expected) {
        world.switches.turn(way);
        world.pay(world.send());
        world.passSeconds(21);

        assertThat(String.join("; ", texts(null))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, 10.00 20.00",
        "MISSING_ROW, 10.00",
        "EXTRA_ROW, 10.00 20.00 1",
        "OTHER_AMOUNT, 11.00 20.00",
        "DOUBLED_ROW, 10.00 10.00 20.00",
    })
    void a_report_is_wrong_on_demand(RowMistake mistake, String amounts) {
        world.switches.turn(mistake);
        twoPayments();

        assertThat(amounts(reportOfTerminal(DETAILS))).isEqualTo(amounts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MISSING_ROW", "OTHER_AMOUNT", "DOUBLED_ROW"})
    void a_day_without_payments_has_nothing_that_could_be_wrong(RowMistake mistake) {
        world.switches.turn(mistake);

        assertThat(reportOfTerminal(DETAILS).rows()).isEmpty();
    }

    @Test
    void a_report_may_be_another_shops_or_the_next_days() {
        twoPayments();
        String period = mark();
        world.passSeconds(3);
        world.paid();

        Report anothers = wrong(ReportMistake.ANOTHER_SHOPS, period);
        Report next = wrong(ReportMistake.NEXT_DAYS, period);

        assertThat(anothers.resellerId()).isNotEqualTo("r1");
        assertThat(next.periodId()).isNotEqualTo(period);
        assertThat(amounts(next)).isEqualTo("99.50");
    }

    private Report wrong(ReportMistake mistake, String period) {
        world.switches.turn(mistake);
        return report(DETAILS, period);
    }

    private void twoPayments() {
        for (String amount : List.of("10.00", "20.00")) {
            String reference = world.send(Invoice.over(Amount.of(amount, "SEK")).build());
            world.pay(reference);
            world.status(reference);
        }
    }

    private List<String> texts(String payment) {
        return reportOfTerminal(DETAILS).rows().stream()
                .map(row -> row.element() + " " + row.amount() + " of "
                        + (payment == null ? "one" : row.ersReference().equals(payment) ? "the payment" : "the refund"))
                .toList();
    }

    private static String amounts(Report report) {
        return String.join(
                " ",
                report.rows().stream().map(row -> row.amount().toPlainString()).toList());
    }

    private Report reportOfTerminal(String reportId) {
        String period = mark("t1");
        world.passSeconds(3);
        return report(reportId, period, "t1");
    }

    private Report report(String reportId, String period) {
        return world.report(world.office, reportId, period);
    }

    private Report report(String reportId, String period, String terminal) {
        return world.seqr
                .reports()
                .executeReport(world.office, reportId, Map.of("transactionPeriodId", period, "TERMINALID", terminal));
    }

    private String mark() {
        return world.seqr.reports().markTransactionPeriod(world.office, Map.of());
    }

    private String mark(String terminal) {
        return world.seqr.reports().markTransactionPeriod(world.office, Map.of("TERMINALID", terminal));
    }
}
