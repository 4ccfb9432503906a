package dev.seqrpay.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The right to ask SEQR about a payment, as the row has it: when a function took it last, in whole milliseconds, and whether
 * SEQR gave no answer then. A change of the payment ends it.
 */
public record Claim(Instant at, boolean failed) {
    /** Between two questions about one payment, for callers that merely wait. */
    public static final Duration LEASE = Duration.ofSeconds(5);
    /** The same after a question that got no answer. */
    public static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    /** No function has asked since the payment last changed. */
    public static final Claim NONE = new Claim(Instant.EPOCH, false);

    public Claim {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Whether another function may ask by now. A claim from further ahead than the interval comes from a wrong clock and
     * holds no other function up.
     *
     * @param afterFailure the interval if SEQR gave no answer
     */
    boolean isFree(Instant now, Duration interval, Duration afterFailure) {
        Duration wait = failed ? afterFailure : interval;
        return !at.isAfter(now.minus(wait)) || at.isAfter(now.plus(interval));
    }
}
