package dev.seqrpay.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import dev.seqrpay.payment.Payment;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The events' order has a backURL, which may say who the shopper is. */
class ErasePersonalDataHandlerTest {
    private final Counter counter = new Counter();

    @BeforeEach
    void a_payment_that_was_cancelled() {
        counter.issue();
        counter.seqr.agrees().says("CANCELED", 2);
        counter.call(CancelPaymentHandler::new, "cancel");
        counter.lines.clear();
    }

    private void run(int milliseconds) {
        Context context = Untouchable.except(Context.class, "getRemainingTimeInMillis", milliseconds);
        counter.call(ErasePersonalDataHandler::new, EventFile.of("erase-personal-data"), context);
    }

    private Map<String, Object> erased(int payments) {
        return Map.of("event", "erased", "shop", "demoshop", "payments", payments);
    }

    @Test
    void after_the_deployments_days_the_personal_data_is_gone() {
        Payment before = counter.payment();
        counter.pass(Duration.ofDays(99));
        run(900_000);
        assertThat(counter.payment()).isEqualTo(before);

        counter.pass(Duration.ofDays(1));
        run(900_000);

        assertThat(counter.lines).hasSize(2);
        assertThat(counter.lines.get(0)).containsAllEntriesOf(erased(0));
        assertThat(counter.lines.get(1)).containsAllEntriesOf(erased(1));
        assertThat(before.invoice().backUrl()).isNotNull();
        assertThat(counter.payment().invoice().backUrl()).isNull();
    }

    @Test
    void with_five_minutes_left_no_day_is_begun() {
        counter.pass(Duration.ofDays(100));
        run(300_000);
        assertThat(counter.lines).singleElement().satisfies(line -> assertThat(line)
                .containsAllEntriesOf(erased(0)));

        run(300_001);
        assertThat(counter.lines.get(1)).containsAllEntriesOf(erased(1));
    }

    @Test
    void what_fails_is_told_and_the_next_run_does_it() {
        counter.days.away(true);
        counter.pass(Duration.ofDays(100));
        run(900_000);
        assertThat(counter.lines).singleElement().satisfies(line -> assertThat(line)
                .containsEntry("event", "error"));

        counter.days.away(false);
        run(900_000);
        assertThat(counter.payment().invoice().backUrl()).isNull();
    }
}
