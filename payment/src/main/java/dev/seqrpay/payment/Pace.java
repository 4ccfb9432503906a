package dev.seqrpay.payment;

import java.time.Duration;
import java.time.Instant;

/**
 * How often SEQR may be asked about one payment, by all functions together. After its expiry those that merely wait ask more
 * and more rarely, but often enough to hear in time of a payer who is still paying: SEQR waits for 20 seconds.
 */
enum Pace {
    /** Pages, polls, sockets, the watch, and a cancel that is asked for again. */
    WAITING(Claim.LEASE, Claim.AFTER_FAILURE),
    /** SEQR's notification: a question from a moment before the payer paid does not hold it up for longer. */
    AT_ONCE(Duration.ofMillis(250), Duration.ofMillis(250)),
    /** The sweep runs once a minute. With a longer pace, a tab that polls could keep it from ever cancelling. */
    ONCE_A_MINUTE(Duration.ZERO, Duration.ZERO);

    /** With a slow answer on top it is still within 20 seconds. */
    private static final Duration RAREST = Duration.ofSeconds(12);
    /** Once in a fifth of the time that has passed without a change. */
    private static final int PART = 5;

    private final Duration interval;
    private final Duration afterFailure;

    Pace(Duration interval, Duration afterFailure) {
        this.interval = interval;
        this.afterFailure = afterFailure;
    }

    Duration interval() {
        return interval;
    }

    boolean allows(StoredPayment stored, Instant now) {
        return stored.claim()
                .isFree(now, atLeast(interval, stored.payment(), now), atLeast(afterFailure, stored.payment(), now));
    }

    /** The pause, or a longer one if the payment has expired and nothing has changed for a while. */
    Duration atLeast(Duration pause, Payment payment, Instant now) {
        if (this != WAITING) return pause;
        Instant since = payment.changedAt().isAfter(payment.expiresAt()) ? payment.changedAt() : payment.expiresAt();
        Duration rarer = Duration.between(since, now).dividedBy(PART);
        return longer(pause, rarer.compareTo(RAREST) < 0 ? rarer : RAREST);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
