package dev.seqrpay.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Whoever merely looks at a payment, with a browser: asks SEQR when the lease is free, and is shown the row when it is not or
 * when SEQR gives no answer. One who sees the time run out is told how it ended at once and not when the next sweep comes: what
 * SEQR then still calls open is cancelled as the sweep would, by the one look in a lease that has asked.
 */
public final class Onlooker {
    private final PaymentStore store;
    private final Settlement settlement;
    private final Cancellation cancellation;
    private final InstantSource clock;

    public Onlooker(PaymentStore store, Settlement settlement, Cancellation cancellation, InstantSource clock) {
        this.store = store;
        this.settlement = settlement;
        this.cancellation = cancellation;
        this.clock = clock;
    }

    /** @return the row as it is now; empty if there is no such payment */
    public Optional<Payment> look(String id, Cause cause) {
        return store.find(id).map(payment -> isNew(payment) ? payment : seen(payment, cause));
    }

    private Payment seen(Payment payment, Cause cause) {
        try {
            return settlement
                    .asked(payment, cause, Settlement.LEASE)
                    .map(answered -> isOver(answered) ? cancellation.cancel(answered, Reason.EXPIRED, cause) : answered)
                    .orElse(payment);
        } catch (SeqrException later) {
            return store.find(payment.id()).orElse(payment);
        }
    }

    /** SEQR has issued it within a lease, which says as much as asking. A time ahead of ours is from a clock that is wrong. */
    private boolean isNew(Payment payment) {
        Duration age = Duration.between(payment.changedAt(), clock.instant());
        return payment.state() == State.ISSUED && !age.isNegative() && age.compareTo(Settlement.LEASE) < 0;
    }

    private boolean isOver(Payment payment) {
        Instant now = clock.instant();
        return payment.state() == State.ISSUED && !payment.expiresAt().isAfter(now);
    }
}
