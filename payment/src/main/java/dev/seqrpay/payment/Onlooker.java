package dev.seqrpay.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Whoever merely looks at a payment, with a browser: asks SEQR when the lease is free, and is shown the row when it is not or
 * when SEQR or the table gives no answer. One who sees the time run out is told how it ended at once and not when the next sweep comes: what
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
        return store.read(id).map(read -> isNew(read.payment()) ? read.payment() : look(read, cause));
    }

    private Payment look(StoredPayment read, Cause cause) {
        try {
            return settlement
                    .askIfFree(read, cause, Pace.WAITING)
                    .map(answered ->
                            isOver(answered) ? cancellation.cancelIssued(answered, Reason.EXPIRED, cause) : answered)
                    .orElse(read.payment());
        } catch (SeqrException later) {
            return store.find(read.payment().id()).orElse(read.payment());
        } catch (StoreUnavailable notNow) {
            return read.payment();
        }
    }

    /** SEQR has issued it within a lease, which says as much as asking. A time ahead of ours is from a clock that is wrong. */
    private boolean isNew(Payment payment) {
        Duration age = Duration.between(payment.changedAt(), clock.instant());
        return payment.state() == State.ISSUED && !age.isNegative() && age.compareTo(Claim.LEASE) < 0;
    }

    private boolean isOver(Payment payment) {
        Instant now = clock.instant();
        return payment.state() == State.ISSUED && !payment.expiresAt().isAfter(now);
    }
}
