package dev.seqrpay.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import dev.seqrpay.handler.Counter.Answer;
import dev.seqrpay.reconciliation.CsvReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The payment of the events is paid, told to the shop, and in SEQR's report. */
class ReconcileHandlerTest {
    private final Counter counter = new Counter();

    @BeforeEach
    void a_payment_that_its_shop_has_heard_of() {
        counter.hasReseller = true;
        counter.issue();
        counter.capture();
        counter.wiring.publisher().publish(Counter.ID);
        counter.money.put("ers-1", Counter.ID);
        counter.pass(Duration.ofMinutes(10));
        counter.lines.clear();
    }

    @Test
    void on_demand_the_period_is_marked_and_compared_when_its_report_is_ready() {
        counter.report =
                () -> row("ers-1", counter.payment().invoice().total().decimal().toPlainString());

        Answer answer = counter.call(ReconcileHandler::new, "reconcile");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json())
                .containsEntry("id", "rec_1")
                .containsEntry("state", "COMPARED")
                .containsEntry("agreed", 1)
                .containsEntry("differences", List.of());
        assertThat(counter.call(ReconcileHandler::new, "reconciliation").json()).isEqualTo(answer.json());
        assertThat(counter.lines).anySatisfy(line -> assertThat(line)
                .containsEntry("event", "reconciled")
                .doesNotContainKey("ReconciliationDiffers"));
    }

    @Test
    void what_does_not_agree_is_counted_and_shown_as_JSON_and_as_CSV() {
        counter.report = () -> row("=1+1", "5.00");

        Answer answer = counter.call(ReconcileHandler::new, "reconcile");
        String csv = (String) tools.jackson
                .jr
                .ob
                .JSON
                .std
                .mapFrom(counter.call(
                        ReconcileHandler::new,
                        Counter.header(EventFile.of("reconciliation"), "accept", "text/csv"),
                        null))
                .get("body");

        assertThat(answer.json()).containsEntry("differenceCount", 2);
        Map<String, String> unknown = Map.of("kind", "UNKNOWN_PAYMENT", "ersReference", "=1+1", "reported", "5.00");
        assertThat(new ArrayList<Object>((List<?>) answer.json().get("differences")))
                .contains(unknown)
                .anySatisfy(each -> assertThat((Map<?, ?>) each)
                        .extracting("kind", "paymentId")
                        .containsExactly("MISSING_PAYMENT", Counter.ID));
        assertThat(CsvReader.rows(csv)).hasSize(3).anySatisfy(row -> assertThat(row)
                .contains("'=1+1"));
        assertThat(counter.lines)
                .anySatisfy(line ->
                        assertThat(line).containsEntry("differences", 2).containsEntry("ReconciliationDiffers", 1));
    }

    @Test
    void a_shop_without_a_reseller_is_told_so() {
        counter.hasReseller = false;

        Answer answer = counter.call(ReconcileHandler::new, "reconcile");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json()).containsEntry("title", "No reseller");
    }

    @Test
    void the_schedule_marks_each_shops_day_once() {
        counter.report =
                () -> row("ers-1", counter.payment().invoice().total().decimal().toPlainString());
        counter.pass(Duration.ofDays(1));

        for (int i = 0; i < 3; i++) schedule(900_000);

        assertThat(counter.lines)
                .filteredOn(line -> "reconciled".equals(line.get("event")))
                .hasSize(1);
        assertThat(counter.call(ReconcileHandler::new, "reconciliation").json())
                .containsEntry("day", "2026-11-22")
                .containsEntry("agreed", 1);
    }

    @Test
    void the_schedule_leaves_out_shops_without_a_reseller_and_begins_none_at_its_end() {
        counter.hasReseller = false;
        schedule(900_000);
        counter.hasReseller = true;
        schedule(119_999);

        assertThat(counter.reconciliations.latest("demoshop", 9)).isEmpty();
    }

    private void schedule(int milliseconds) {
        Context context = Untouchable.except(Context.class, "getRemainingTimeInMillis", milliseconds);
        counter.call(ReconcileHandler::new, EventFile.of("reconcile-days"), context);
    }

    private static String row(String ers, String amount) {
        return "<Row><SalesAmount>" + amount + "</SalesAmount><ErsReference>" + ers + "</ErsReference></Row>";
    }
}
