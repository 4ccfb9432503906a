package dev.seqrpay.payment;

import dev.seqrpay.payment.CustomerToken.Status;
import dev.seqrpay.payment.Invoice.LineItems;
import dev.seqrpay.payment.PaymentStore.Committed;
import dev.seqrpay.payment.UpdateRefused.Kind;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Changes what a payment is for while it waits for the payer, and answers to the tokens that the payer's app offers
 * ({@code updateInvoice}). The row is changed first and keeps what it
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

    /** Other items, for a payment whose payer's app does not wait for the shop. */
    public Payment update(Payment payment, LineItems items, Addresses addresses) {
        return update(payment, new OrderChange(items), addresses);
    }

    /**
     * The same change twice changes it once.
     *
     * @throws UpdateRefused with the payment as it is then
     */
    public Payment update(Payment payment, OrderChange change, Addresses addresses) {
        Payment read = payment;
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            check(read, change);
            // SEQR may not have heard of an earlier call for the same
            if (isMade(change, read)) return tellSeqr(read, change, addresses);
            Committed committed = store.commit(Change.of(read, read.changedBy(change, clock.instant()), Cause.UPDATE));
            if (committed.isApplied()) return tellSeqr(committed.payment(), change, addresses);
            read = committed.payment();
        }
        throw new UpdateRefused(Kind.SEQR_UNAVAILABLE, read);
    }

    private static void check(Payment payment, OrderChange change) {
        if (!isWaiting(payment)) throw new UpdateRefused(Kind.NOT_WAITING, payment);
        if (!namesItsTokens(change, payment)) throw new UpdateRefused(Kind.OTHER_TOKENS, payment);
        LineItems items = change.items();
        if (items == null) return;
        if (!items.total().zero().equals(payment.invoice().total().zero()))
            throw new UpdateRefused(Kind.OTHER_CURRENCY, payment);
        if (payment.purchase().changedTo(items).rows() > MAX_ROWS) throw new UpdateRefused(Kind.TOO_MANY_ROWS, payment);
    }

    /** For its payer, or for the shop, which may change what it takes of a reservation. */
    private static boolean isWaiting(Payment payment) {
        return payment.state() == State.ISSUED || payment.state() == State.RESERVED;
    }

    /** To SEQR each update is an answer to all that was offered before. */
    private static boolean namesItsTokens(OrderChange change, Payment payment) {
        Map<String, Status> answers = change.answers();
        return answers == null
                ? !payment.awaitsAcknowledgment()
                : payment.offer().map(offer -> offer.names(answers.keySet())).orElse(answers.isEmpty());
    }

    private static boolean isMade(OrderChange change, Payment payment) {
        boolean hasItems = change.items() == null
                || change.items().equals(payment.invoice().lineItems());
        return hasItems && (change.answers() == null || isAnswered(change.answers(), payment));
    }

    private static boolean isAnswered(Map<String, Status> answers, Payment payment) {
        return payment.offer()
                .map(offer -> offer.isAnswered() && offer.answered(answers).equals(offer))
                .orElse(true);
    }

    private Payment tellSeqr(Payment changed, OrderChange change, Addresses addresses) {
        try {
            seqr.updateInvoice(changed, addresses);
            return changed;
        } catch (SeqrException failure) {
            Payment now = ask(failure.isWithoutEffect() ? changeBack(changed, change) : changed);
            if (!isWaiting(now)) throw new UpdateRefused(Kind.NOT_WAITING, now);
            throw new UpdateRefused(
                    failure.isAboutThisRequest() ? Kind.REFUSED_BY_SEQR : Kind.SEQR_UNAVAILABLE, now, failure);
        }
    }

    /** Into what it was before, if it was ever changed. */
    private Payment changeBack(Payment changed, OrderChange change) {
        Optional<LineItems> before = change.items() == null
                ? Optional.empty()
                : changed.purchase().former().stream().findFirst();
        boolean hasAnswered = change.answers() != null && changed.offer().isPresent();
        if (before.isEmpty() && !hasAnswered) return changed;
        Payment back = changed.changedBack(before.orElse(changed.invoice().lineItems()), hasAnswered, clock.instant());
        return store.commit(Change.of(changed, back, Cause.UPDATE)).payment();
    }

    /** SEQR refuses, too, when the payer was faster: then the status says it (contract, "Loyalty"). */
    private Payment ask(Payment payment) {
        try {
            return settlement.settle(payment.id(), Cause.UPDATE, Pace.AT_ONCE).orElse(payment);
        } catch (SeqrException | StoreUnavailable noAnswer) {
            return payment;
        }
    }
}
