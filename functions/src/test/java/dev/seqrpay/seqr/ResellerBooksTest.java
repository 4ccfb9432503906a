package dev.seqrpay.seqr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seqrpay.payment.SeqrException;
import dev.seqrpay.reconciliation.UnreadableReport;
import dev.seqrpay.simulator.Simulator;
import dev.seqrpay.simulator.SimulatorOptions;
import dev.seqrpay.simulator.core.ReportVariant.ReportMistake;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResellerBooksTest {
    private static final SimulatorOptions OPTIONS = SimulatorOptions.standard();

    @AutoClose
    private final Simulator simulator = Simulator.start(OPTIONS);

    private final Account reseller = new Account(
            simulator.soapUrl(), Terminal.ofReseller(OPTIONS.resellerId(), OPTIONS.resellerPassword(), "shop"));
    private final ResellerBooks books = new ResellerBooks(
            id -> id.equals("shop") ? Optional.of(reseller) : Optional.empty(),
            account -> new SeqrReports(
                    account.terminal(), new SoapHttp(account.url()), () -> "ref-1", Samples.NO_LISTENER));

    @Test
    void a_period_is_marked_and_its_report_is_fetched_when_it_is_ready() {
        simulator.core().switches().reportAfter(Duration.ofDays(1));
        assertThat(books.report("shop", books.mark("shop"))).isEmpty();
        simulator.core().switches().reportAfter(Duration.ZERO);
        String period = books.mark("shop");

        assertThat(books.report("shop", period))
                .hasValueSatisfying(
                        report -> assertThat(report.meta().periodId()).isEqualTo(period));
    }

    @ParameterizedTest
    @EnumSource(names = {"ANOTHER_SHOPS", "NEXT_DAYS", "TRUNCATED"})
    void a_report_that_is_not_the_periods_is_refused(ReportMistake mistake) {
        simulator.core().switches().turn(mistake).reportAfter(Duration.ZERO);
        String period = books.mark("shop");

        assertThatExceptionOfType(UnreadableReport.class).isThrownBy(() -> books.report("shop", period));
    }

    @Test
    void nobody_marks_for_a_shop_without_a_reseller() {
        assertThatExceptionOfType(SeqrException.class)
                .isThrownBy(() -> books.mark("other"))
                .withMessageContaining("37");
    }
}
