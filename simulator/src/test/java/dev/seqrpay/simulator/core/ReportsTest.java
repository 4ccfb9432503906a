package dev.seqrpay.simulator.core;

import static dev.seqrpay.simulator.core.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Marked periods and their reports. */
class ReportsTest {
    private static final String SHOP = "Reconciliation/Shop.xml";
    private static final String TERMINAL = "STD_RECON_006.xml";

    private final SeqrFixture world = new SeqrFixture();

    @Test
    void a_report_is_not_ready_for_three_seconds() {
        String period = mark(world.shop);

        assertRefused(2, () -> world.report(world.shop, TERMINAL, period));
        world.passSeconds(2);
        assertRefused(2, () -> world.report(world.shop, TERMINAL, period));
        world.passSeconds(1);
        assertThat(world.report(world.shop, TERMINAL, period).entries()).isEmpty();
    }

    @Test
    void each_movement_of_money_is_in_exactly_one_period() {
        world.paid();
        String first = mark(world.shop);
        world.paid();
        String second = mark(world.shop);
        world.passSeconds(3);

        assertThat(world.report(world.shop, TERMINAL, first).entries()).hasSize(1);
        assertThat(world.report(world.shop, TERMINAL, second).entries()).hasSize(1);
        assertThat(world.report(world.shop, TERMINAL, first).entries())
                .isNotEqualTo(world.report(world.shop, TERMINAL, second).entries());
    }

    @Test
    void a_shops_marks_do_not_end_its_terminals_periods() {
        world.paid();
        mark(world.office);
        String ofTerminal = mark(world.shop);
        world.passSeconds(3);

        assertThat(world.report(world.shop, TERMINAL, ofTerminal).entries()).hasSize(1);
    }

    @Test
    void sums_are_given_per_currency() {
        String reference = world.paid();
        world.seqr.refundPayment(
                world.shop,
                world.status(reference).ersReference(),
                Invoice.over(Amount.of("9.50", "SEK")).build());
        world.pay(world.send(Invoice.over(Amount.of("5.00", "EUR")).build()));
        world.passSeconds(21);
        String period = mark(world.office);
        world.passSeconds(3);

        assertThat(world.report(world.office, SHOP, period).totals())
                .extracting(total -> total.currency() + " " + total.net() + " of " + total.count())
                .containsExactly("EUR 0.00 of 2", "SEK 90.00 of 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {SHOP, "Reconciliation/STD_RECON_003.xml"})
    void a_shops_report_is_for_reseller_users(String reportId) {
        String period = mark(world.office);
        world.passSeconds(3);

        assertThat(world.report(world.office, reportId, period).reportId()).isEqualTo(reportId);
        assertRefused(21, () -> world.report(world.shop, reportId, period));
    }

    @ParameterizedTest
    @ValueSource(strings = {TERMINAL, "STD_RECON_007.xml"})
    void a_reseller_user_must_say_which_terminal_a_terminals_report_is_about(String reportId) {
        world.paid();
        String period = mark(world.office);
        world.passSeconds(3);

        assertRefused(10, () -> world.report(world.office, reportId, period));
        Report report = world.seqr
                .reports()
                .executeReport(world.office, reportId, Map.of("transactionPeriodId", period, "TERMINALID", "t1"));
        assertThat(report.subject()).isEqualTo("t1");
        assertThat(report.entries()).hasSize(1);
    }

    @Test
    void what_does_not_exist_or_is_not_ours_is_refused() {
        String period = mark(world.shop);
        world.passSeconds(3);

        assertRefused(10, () -> world.report(world.shop, TERMINAL, "nonsense"));
        assertRefused(10, () -> world.report(world.shop, "STD_RECON_999.xml", period));
        assertRefused(10, () -> world.report(world.shop, null, period));
        assertRefused(21, () -> world.seqr
                .reports()
                .executeReport(world.shop, TERMINAL, Map.of("transactionPeriodId", period, "TERMINALID", "t9")));
    }

    private String mark(ClientContext by) {
        return world.seqr.reports().markTransactionPeriod(by, Map.of());
    }
}
