package dev.seqrpay.payment;

import java.time.Duration;
import java.time.Instant;

/**
 * One try at {@code sendInvoice}, counted if SEQR may have made an invoice. No other checkout tries during the lease.
 *
 * @param number 0 if none counts so far
 */
public record Attempt(int number, Instant leaseUntil) {
    /** The pause behind a second attempt without an answer, so that a short outage does not use up the third. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    public Attempt {
        if (number < 0) throw new IllegalArgumentException("an attempt cannot have the number " + number);
    }

    /** SEQR cannot have made an invoice: the attempt does not count, and another may begin at once. */
    Attempt withoutEffect() {
        return new Attempt(number - 1, Instant.EPOCH);
    }

    /** SEQR may have made an invoice. After a first attempt the second may begin at once. */
    Attempt withoutAnswer(Instant now) {
        return new Attempt(number, number == 1 ? Instant.EPOCH : now.plus(PAUSE));
    }
}
