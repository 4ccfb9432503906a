package dev.seqrpay.payment;

import dev.seqrpay.payment.PaymentStore.Committed;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Cancels what is not paid. The wish is written down first, so that it survives a crash; then SEQR is told; then SEQR is
 * asked, and only that answer decides: what cancelInvoice itself answers (0, 50, 51, 95, nothing) does not.
 */
public final class Cancellation {
    private final PaymentStore store;
    private final SeqrGateway seqr;
    private final Settlement settlement;
    private final InstantSource clock;

    public Cancellation(PaymentStore store, SeqrGateway seqr, Settlement settlement, InstantSource clock) {
        this.store = store;
        this.seqr = seqr;
        this.settlement = settlement;
        this.clock = clock;
    }

    /** @return the row as it is now: CANCELED, PAID if the payer was faster, CANCELING while SEQR cannot say yet */
    public Optional<Payment> cancel(String id, Reason reason, Cause cause) {
        return store.find(id).map(payment -> cancel(payment, reason, cause));
    }

    Payment cancel(Payment payment, Reason reason, Cause cause) {
        return switch (payment.state()) {
            case CREATED -> ended(payment, reason, cause);
            case ISSUED -> wanted(payment, reason, cause);
            case CANCELING -> atSeqr(payment, cause);
            default -> payment;
        };
    }

    /** No invoice is known yet. A checkout that is sending one at this moment will find the row taken and discard it. */
    private Payment ended(Payment payment, Reason reason, Cause cause) {
        Committed committed =
                store.commit(Change.of(payment, payment.ended(State.CANCELED, reason, clock.instant()), cause));
        return committed.isApplied() ? committed.payment() : cancel(committed.payment(), reason, cause);
    }

    private Payment wanted(Payment payment, Reason reason, Cause cause) {
        Committed committed =
                store.commit(Change.of(payment, payment.ended(State.CANCELING, reason, clock.instant()), cause));
        return committed.isApplied() ? atSeqr(committed.payment(), cause) : cancel(committed.payment(), reason, cause);
    }

    private Payment atSeqr(Payment payment, Cause cause) {
        try {
            seqr.cancelInvoice(payment, payment.reference());
        } catch (SeqrException whatever) {
            // the status that follows tells what became of it
        }
        return settlement.ask(payment, cause);
    }
}
