package dev.seqrpay.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import dev.seqrpay.payment.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the sweep ends, and what it leaves in the log. A payment is begun only if 25 s are left for it. */
class SweepHandlerTest {
    private final Counter counter = new Counter();

    @BeforeEach
    void two_payments_that_have_expired() {
        counter.issue();
        EventFile other = Counter.header(EventFile.of("checkout"), "idempotency-key", "order-1002");
        counter.seqr.issues("1002");
        String body = ((String) other.json().get("body")).replace("\"1001\"", "\"1002\"");
        assertThat(counter.call(CheckoutHandler::new, other.with("body", body)).status())
                .isEqualTo(201);
        counter.pass(Duration.ofMinutes(16));
        counter.seqr.calls.clear();
        counter.lines.clear();
    }

    @Test
    void all_that_is_due_is_decided_within_the_time_that_lambda_gives() {
        for (int payment = 0; payment < 2; payment++)
            counter.seqr
                    .says("ISSUED", 1)
                    .agrees()
                    .says("CANCELED", 2)
                    .meanwhile(() -> counter.pass(Duration.ofSeconds(14)));

        assertThat(sweep(55_000))
                .containsEntry("looked", 2)
                .containsEntry("failed", 0)
                .containsEntry("ms", 28_000);
        assertThat(counter.payment().state()).isEqualTo(State.CANCELED);
        assertThat(counter.seqr.hasSaidAll()).isTrue();
    }

    @Test
    void what_there_is_no_time_left_for_is_left_to_the_next() {
        counter.seqr
                .says("ISSUED", 1)
                .agrees()
                .says("CANCELED", 2)
                .meanwhile(() -> counter.pass(Duration.ofSeconds(1)));

        assertThat(sweep(26_000))
                .containsEntry("looked", 1)
                .containsEntry("failed", 0)
                .containsEntry("ms", 1000);
        assertThat(sweep(25_000)).containsEntry("looked", 0).containsEntry("ms", 0);
        assertThat(counter.seqr.hasSaidAll()).isTrue();
    }

    @Test
    void one_that_seqr_is_silent_about_is_told_and_does_not_stop_the_other() {
        counter.seqr.isSilent().says("ISSUED", 1).agrees().says("CANCELED", 2);

        assertThat(sweep(55_000)).containsEntry("looked", 2).containsEntry("failed", 1);
        assertThat(counter.lines)
                .filteredOn(line -> "unanswered".equals(line.get("event")))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .containsEntry("cause", "SWEEP")
                        .containsEntry("SeqrUnanswered", 1)
                        .containsKeys("payment", "_aws"));
    }

    /** @return the sweep's own line */
    private Map<String, Object> sweep(int remainingMillis) {
        Context lambda = Untouchable.except(Context.class, "getRemainingTimeInMillis", remainingMillis);
        assertThat(counter.call(SweepHandler::new, EventFile.of("sweep"), lambda))
                .isEmpty();
        List<Map<String, Object>> sweeps = counter.lines.stream()
                .filter(line -> "sweep".equals(line.get("event")))
                .toList();
        return sweeps.get(sweeps.size() - 1);
    }
}
