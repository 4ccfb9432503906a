package dev.seqrpay.payment;

import dev.seqrpay.payment.PaymentStore.Committed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Gives money back, in full or in parts. What is asked for is reserved first, so that two refunds at once cannot exceed the
 * payment; it is booked as given back only when SEQR has agreed, and set free only when SEQR has refused or has not begun.
 */
public final class Refunds {
    /** How much longer a sweep asks again, once a minute, while SEQR is away: an outage shall not fill a person's desk. */
    private static final Duration OUTAGE = Duration.ofMinutes(15);

    private final PaymentStore store;
    private final SeqrGateway seqr;
    private final Ids ids;
    private final InstantSource clock;

    public Refunds(PaymentStore store, SeqrGateway seqr, Ids ids, InstantSource clock) {
        this.store = store;
        this.seqr = seqr;
        this.ids = ids;
        this.clock = clock;
    }

    /** The same key gives the same refund, however often it is asked for, and tries again what was not done.
     *
     * @throws RefundRefused when the payment cannot give that much back, or the key was used for another refund
     */
    public Refund refund(Payment payment, String key, RefundRequest request) {
        String id = ids.refund(payment.id(), key);
        Optional<Refund> earlier = store.refund(payment.id(), id);
        return earlier.isPresent() ? repeat(payment, earlier.get(), request) : begin(payment, id, request);
    }

    /**
     * Takes up the refunds whose handler died before it had SEQR's answer.
     *
     * @throws SeqrException when SEQR is away: a later sweep takes the refund up again
     */
    void recover(Payment payment) {
        Instant longAgo = clock.instant().minus(Refund.ABANDONED);
        for (Refund refund : store.refunds(payment.id()))
            if (refund.createdAt().isBefore(longAgo)) recover(payment.id(), refund);
    }

    /** Reads the row first: if another function books after that, our booking loses. A newer try has its own function. */
    private void recover(String paymentId, Refund abandoned) {
        Payment payment = store.find(paymentId).orElseThrow();
        store.refund(paymentId, abandoned.id())
                .filter(abandoned::isStillOpenIn)
                .ifPresent(refund -> resolveLostAnswer(
                        payment,
                        refund,
                        refund.createdAt().plus(Refund.ABANDONED).plus(OUTAGE)));
    }

    private Refund repeat(Payment payment, Refund earlier, RefundRequest request) {
        if (!request.means(earlier)) throw new RefundRefused("this Idempotency-Key was used for another refund");
        return earlier.state() == Refund.State.NOT_DONE
                ? reserve(payment, earlier.again(requested(payment, earlier.id(), request)), request)
                : earlier;
    }

    private Refund begin(Payment payment, String id, RefundRequest request) {
        return reserve(payment, requested(payment, id, request), request);
    }

    /** What is left of a row is read after the payment, so a refund that comes in between makes this one ask again. */
    private Refund requested(Payment payment, String id, RefundRequest request) {
        if (payment.state() != State.PAID) throw new RefundRefused("only a paid payment can be refunded");
        List<RefundDetails.Row> rows = request.rows().isEmpty()
                ? List.of()
                : new RefundedRows(payment.invoice(), store.refunds(payment.id())).of(request.rows());
        Money amount = request.amount() != null
                ? request.amount()
                : rows.stream()
                        .map(RefundDetails.Row::amount)
                        .reduce(payment.invoice().total().zero(), Money::plus);
        RefundDetails details = new RefundDetails(rows, request.reason(), request.by());
        return Refund.requested(id, payment.id(), amount, details, clock.instant());
    }

    private Refund reserve(Payment payment, Refund refund, RefundRequest request) {
        Money amount = refund.amount();
        if (!amount.currency().equals(payment.refundable().currency()))
            throw new RefundRefused("the refund must be in the currency of the payment");
        if (!amount.isPositive())
            throw new RefundRefused("the rows are worth " + amount + ": it must be more than zero");
        if (amount.isMoreThan(payment.refundable()))
            throw new RefundRefused("only " + payment.refundable() + " of the payment can still be refunded");
        Payment reserved =
                payment.refunding(payment.refunded(), payment.reserved().plus(amount), clock.instant());
        Committed committed = store.commit(Change.of(payment, reserved, refund));
        if (committed.isApplied()) return send(committed.payment(), refund);
        return store.refund(payment.id(), refund.id())
                .map(earlier -> repeat(committed.payment(), earlier, request))
                .orElseGet(() -> begin(committed.payment(), refund.id(), request));
    }

    @SuppressWarnings("NullAway") // a refusal has a code
    private Refund send(Payment payment, Refund refund) {
        try {
            return bookSettled(payment, refund.settled(seqr.refundPayment(payment, refund)));
        } catch (SeqrException failure) {
            if (failure.isNotBegun()) return setFree(payment, refund.notDone(failure.code()));
            return failure.isRefusal()
                    ? setFree(payment, refund.rejected(failure.code()))
                    : resolveLostAnswer(payment, refund, Instant.MIN);
        }
    }

    /**
     * The answer got lost. Asking again is harmless only if the amount cannot be taken twice from what is left: then SEQR
     * refuses the second with 98, which says that the first one went through. It stays harmless however often it is done.
     *
     * @param patience until then an outage leaves the refund as it is
     */
    private Refund resolveLostAnswer(Payment payment, Refund refund, Instant patience) {
        if (!couldBeTakenOnlyOnce(payment, refund)) return bookUnknown(payment, refund.unknown());
        try {
            return bookSettled(payment, refund.settled(seqr.refundPayment(payment, refund)));
        } catch (SeqrException failure) {
            if (failure.isOutage() && clock.instant().isBefore(patience)) throw failure;
            return failure.resultCode()
                    .filter(ResultCode.SUM_OF_REFUNDS_CAN_NOT_BE_MORE_THAN_ORIGINAL_TRANSACTION::equals)
                    .map(firstWentThrough -> bookSettled(payment, refund.settled(null)))
                    .orElseGet(() -> bookUnknown(payment, refund.unknown()));
        }
    }

    private static boolean couldBeTakenOnlyOnce(Payment payment, Refund refund) {
        Money left = payment.invoice().total().minus(payment.refunded());
        return payment.reserved().equals(refund.amount())
                && refund.amount().plus(refund.amount()).isMoreThan(left);
    }

    private Refund bookSettled(Payment payment, Refund refund) {
        return book(
                payment,
                refund,
                payment.refunded().plus(refund.amount()),
                payment.reserved().minus(refund.amount()));
    }

    private Refund setFree(Payment payment, Refund refund) {
        return book(payment, refund, payment.refunded(), payment.reserved().minus(refund.amount()));
    }

    private Refund bookUnknown(Payment payment, Refund refund) {
        return book(payment, refund, payment.refunded(), payment.reserved());
    }

    private Refund book(Payment payment, Refund refund, Money refunded, Money reserved) {
        Committed committed =
                store.commit(Change.of(payment, payment.refunding(refunded, reserved, clock.instant()), refund));
        if (committed.isApplied()) return refund;
        Payment now = committed.payment();
        Refund stored = store.refund(now.id(), refund.id()).orElseThrow();
        // another sweep was faster: each try is booked once
        if (!refund.isStillOpenIn(stored)) return stored;
        return switch (refund.state()) {
            case SETTLED -> bookSettled(now, refund);
            case REJECTED, NOT_DONE -> setFree(now, refund);
            case REQUESTED, UNKNOWN -> bookUnknown(now, refund);
        };
    }
}
