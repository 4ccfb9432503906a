package dev.seqrpay.payment;

import dev.seqrpay.payment.PaymentStore.Committed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Cancels what is not paid. The wish is written down first, so that it survives a crash; then SEQR is told; then SEQR is
 * asked, and only that answer decides: what cancelInvoice itself answers (0, 50, 51, 95, nothing) does not. Telling SEQR takes
 * the same lease as asking: a second caller within it gets the row as it is. What is reserved only the shop can let go, not the
 * payer, for the goods may be on their way.
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
        return store.read(id).map(read -> cancel(read, reason, cause));
    }

    private Payment cancel(StoredPayment read, Reason reason, Cause cause) {
        Payment payment = read.payment();
        return switch (payment.state()) {
            case CREATED -> end(payment, reason, cause);
            case ISSUED -> cancelIssued(payment, reason, cause);
            case RESERVED -> reason == Reason.CANCELED_BY_PAYER ? payment : cancelIssued(payment, reason, cause);
            case CANCELING ->
                settlement
                        .claimAndAsk(read, Pace.WAITING, canceling -> tellSeqr(canceling, cause))
                        .orElse(payment);
            default -> payment;
        };
    }

    /** No invoice is known yet. A checkout that is sending one at this moment finds the row changed and closes its invoice. */
    private Payment end(Payment payment, Reason reason, Cause cause) {
        Committed committed =
                store.commit(Change.of(payment, payment.ended(State.CANCELED, reason, clock.instant()), cause));
        return committed.isApplied()
                ? committed.payment()
                : cancel(payment.id(), reason, cause).orElseThrow();
    }

    /** One write stores the wish and the right to tell SEQR of it, so no other function comes in between. */
    Payment cancelIssued(Payment payment, Reason reason, Cause cause) {
        Instant now = clock.instant();
        Committed committed = store.commit(Change.claiming(payment, payment.canceling(reason, cause, now), cause, now));
        return committed.isApplied()
                ? settlement.askClaimed(committed.payment(), now, canceling -> tellSeqr(canceling, cause))
                : cancel(payment.id(), reason, cause).orElseThrow();
    }

    /** Stores the wish. The next function that may ask SEQR tells SEQR of it. */
    void markCanceling(Payment issued, Reason reason, Cause cause) {
        store.commit(Change.of(issued, issued.canceling(reason, cause, clock.instant()), cause));
    }

    /** The caller must have claimed the payment. */
    Payment tellSeqr(Payment payment, Cause cause) {
        try {
            payment.seqrInvoice().ifPresent(invoice -> seqr.cancelInvoice(payment, invoice.reference()));
        } catch (SeqrException inconclusive) {
            // the status that follows tells what became of it
        }
        return settlement.ask(payment, cause);
    }
}
