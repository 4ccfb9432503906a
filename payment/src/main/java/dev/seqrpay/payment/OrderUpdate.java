package dev.seqrpay.payment;

import dev.seqrpay.payment.Invoice.LineItems;
import dev.seqrpay.payment.PaymentStore.Committed;
import dev.seqrpay.payment.UpdateRefused.Kind;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Changes what a payment is for while it waits for the payer ({@code updateInvoice}). The row is changed first and keeps what it
 * was for before, so whichever of the two the payer pays in that moment is known and is the shop's: what SEQR says was paid decides
 * ({@link Settlement}).
 */
public final class OrderUpdate {
    /** Rows of an order, with those that it had before, which its row in the table has room for. */
    public static final int MAX_ROWS = 200;

    private static final int MAX_TRIES = 5;

    private final PaymentStore store;
    private final SeqrGateway seqr;
    private final Settlement settlement;
    private final InstantSource clock;

    public OrderUpdate(PaymentStore store, SeqrGateway seqr, Settlement settlement, InstantSource clock) {
        this.store = store;
        this.seqr = seqr;
        this.settlement = settlement;
        this.clock = clock;
    }

    /**
     * The same items twice change it once.
     *
     * @throws UpdateRefused with the payment as it is then
     */
    public Payment update(Payment payment, LineItems items, Addresses addresses) {
        Payment read = payment;
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            check(read, items);
            // SEQR may not have heard of an earlier call for the same
            if (read.invoice().lineItems().equals(items)) return tellSeqr(read, latestFormer(read), addresses);
            Committed committed = commit(read, items);
            if (committed.isApplied())
                return tellSeqr(committed.payment(), latestFormer(committed.payment()), addresses);
            read = committed.payment();
        }
        throw new UpdateRefused(Kind.SEQR_UNAVAILABLE, read);
    }

    private static void check(Payment payment, LineItems items) {
        if (!isWaiting(payment)) throw new UpdateRefused(Kind.NOT_WAITING, payment);
        if (!items.total().zero().equals(payment.invoice().total().zero()))
            throw new UpdateRefused(Kind.OTHER_CURRENCY, payment);
        if (payment.purchase().changedTo(items).rows() > MAX_ROWS) throw new UpdateRefused(Kind.TOO_MANY_ROWS, payment);
    }

    /** For its payer, or for the shop, which may change what it takes of a reservation. */
    private static boolean isWaiting(Payment payment) {
        return payment.state() == State.ISSUED || payment.state() == State.RESERVED;
    }

    private static Optional<LineItems> latestFormer(Payment payment) {
        return payment.purchase().former().stream().findFirst();
    }

    /** @param before what it was for, if it was ever changed */
    private Payment tellSeqr(Payment changed, Optional<LineItems> before, Addresses addresses) {
        try {
            seqr.updateInvoice(changed, addresses);
            return changed;
        } catch (SeqrException failure) {
            Payment now = failure.isWithoutEffect()
                    ? before.map(items -> commit(changed, items).payment()).orElse(changed)
                    : changed;
            now = ask(now);
            if (!isWaiting(now)) throw new UpdateRefused(Kind.NOT_WAITING, now);
            throw new UpdateRefused(
                    failure.isAboutThisRequest() ? Kind.REFUSED_BY_SEQR : Kind.SEQR_UNAVAILABLE, now, failure);
        }
    }

    /** SEQR refuses, too, when the payer was faster: then the status says it (contract, "Loyalty"). */
    private Payment ask(Payment payment) {
        try {
            return settlement.settle(payment.id(), Cause.UPDATE, Pace.AT_ONCE).orElse(payment);
        } catch (SeqrException | StoreUnavailable noAnswer) {
            return payment;
        }
    }

    private Committed commit(Payment before, LineItems items) {
        return store.commit(Change.of(before, before.changedTo(items, clock.instant()), Cause.UPDATE));
    }
}
