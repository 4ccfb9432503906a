package dev.seqrpay.webhook;

import dev.seqrpay.event.DeliveryName;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to an endpoint, and what has become of it.
 *
 * @param tries that have begun
 * @param status HTTP's, of the latest answer, or {@code null}
 * @param error why the latest try failed, or {@code null}
 * @param triedAt when the latest try began, or {@code null}
 * @param nextAt when it is tried again, or {@code null}
 */
@RecordBuilder
public record Delivery(
        DeliveryName name,
        String eventId,
        String type,
        State state,
        int tries,
        @Nullable Integer status,
        @Nullable String error,
        @Nullable Instant triedAt,
        @Nullable Instant nextAt) {

    /** Where it stands. */
    public enum State {
        PENDING,
        DELIVERED,
        /** It is not tried any more, and kept: it can be sent again. */
        FAILED
    }

    /** A further try, which begins now. */
    public Delivery begun(Instant now, Instant until) {
        return DeliveryBuilder.builder(this)
                .tries(tries + 1)
                .triedAt(now)
                .nextAt(until)
                .build();
    }

    Delivery delivered(int answer) {
        return ended(State.DELIVERED, answer, null, null);
    }

    Delivery failed(@Nullable Integer answer, String why) {
        return ended(State.FAILED, answer, why, null);
    }

    Delivery waiting(@Nullable Integer answer, String why, Instant next) {
        return ended(State.PENDING, answer, why, next);
    }

    private Delivery ended(State end, @Nullable Integer answer, @Nullable String why, @Nullable Instant next) {
        return DeliveryBuilder.builder(this)
                .state(end)
                .status(answer)
                .error(why)
                .nextAt(next)
                .build();
    }
}
