package dev.seqrpay.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A look at a payment, by a browser. It asks SEQR if the lease is free, and shows the row if it is not, or if SEQR or the
 * table gives no answer. A shopper who sees the time run out learns at once how the payment ended, and need not wait for the
 * sweep: an invoice that SEQR still calls open is then cancelled, by the one look in a lease that has asked.
 */
public final class StatusLookup {
    private final PaymentStore store;
    private final Settlement settlement;
    private final Cancellation cancellation;
    private final InstantSource clock;

    public StatusLookup(PaymentStore store, Settlement settlement, Cancellation cancellation, InstantSource clock) {
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
        } catch (SeqrException noAnswer) {
            return store.find(read.payment().id()).orElse(read.payment());
        } catch (StoreUnavailable noAnswer) {
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
