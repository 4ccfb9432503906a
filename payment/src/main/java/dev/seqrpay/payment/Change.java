package dev.seqrpay.payment;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of a payment: the row to store, and what its history says of it.
 *
 * @param from the state before, {@code null} when the payment is new
 * @param code SEQR's result code, {@code null} if SEQR was not asked
 * @param latency how long SEQR took, {@code null} if SEQR was not asked
 * @param refund the refund that changes along with the payment, or {@code null}
 * @param claimed when this change also takes the right to ask SEQR, {@code null} if it does not
 * @param place of a new payment among those of its order, from 1; {@code null} otherwise
 * @param decision of the person who made it, {@code null} if none did
 */
public record Change(
        @Nullable State from,
        Payment payment,
        Cause cause,
        @Nullable Integer code,
        @Nullable Duration latency,
        @Nullable Refund refund,
        @Nullable Instant claimed,
        @Nullable Integer place,
        @Nullable Decision decision) {

    public Change(
            @Nullable State from,
            Payment payment,
            Cause cause,
            @Nullable Integer code,
            @Nullable Duration latency,
            @Nullable Refund refund,
            @Nullable Instant claimed,
            @Nullable Integer place) {
        this(from, payment, cause, code, latency, refund, claimed, place, null);
    }

    public Change(
            @Nullable State from,
            Payment payment,
            Cause cause,
            @Nullable Integer code,
            @Nullable Duration latency,
            @Nullable Refund refund) {
        this(from, payment, cause, code, latency, refund, null, null);
    }

    /** What the history is to say of it. */
    public HistoryEntry entry() {
        HistoryEntry.Step step = new HistoryEntry.Step(
                payment.version(),
                from,
                payment.state(),
                cause,
                code,
                latency == null ? null : (Long) latency.toMillis(),
                payment.changedAt());
        return new HistoryEntry(step, decision, refund, HistoryEntry.Books.of(payment), payment.historyHash());
    }

    /** The payment once the change is stored. */
    public Payment stored() {
        return payment.stored(entry().hash(payment.id()));
    }

    static Change created(Payment payment, int place) {
        return new Change(null, payment, Cause.CHECKOUT, null, null, null, null, place);
    }

    static Change of(Payment before, Payment after, Cause cause) {
        return new Change(before.state(), after, cause, null, null, null);
    }

    /** What SEQR's answer makes of the payment. */
    static Change answered(Payment before, Payment after, Cause cause, int code, Duration latency) {
        return new Change(before.state(), after, cause, code, latency, null);
    }

    /** The change also claims the payment, so no other function asks SEQR before its maker does. */
    static Change claiming(Payment before, Payment after, Cause cause, Instant now) {
        return new Change(before.state(), after, cause, null, null, null, now, null);
    }

    /** What a person decided. */
    static Change decided(Payment before, Payment after, @Nullable Refund refund, Decision decision) {
        return new Change(before.state(), after, Cause.PERSON, null, null, refund, null, null, decision);
    }

    static Change of(Payment before, Payment after, @Nullable Refund refund) {
        return new Change(before.state(), after, Cause.REFUND, null, null, refund);
    }
}
