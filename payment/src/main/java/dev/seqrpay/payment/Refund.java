package dev.seqrpay.payment;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way back to the payer.
 *
 * @param id {@code ref_} and 128 bits in base32, from the payment and the caller's Idempotency-Key
 * @param ersReference SEQR's reference of the refund, once settled and if it is known
 * @param code SEQR's result code, when it gave one
 * @param createdAt when this try of it began, which tells it from the tries before
 */
@RecordBuilder
public record Refund(
        String id,
        String paymentId,
        Money amount,
        State state,
        @Nullable String ersReference,
        @Nullable Integer code,
        Instant createdAt,
        RefundDetails details) {
    /** Longer than a function can run, even if two clocks differ by ten minutes: no function waits for the answer any more. */
    static final Duration ABANDONED = Duration.ofMinutes(12);

    /** A refund of an amount without more. */
    public Refund(
            String id,
            String paymentId,
            Money amount,
            State state,
            @Nullable String ersReference,
            @Nullable Integer code,
            Instant createdAt) {
        this(id, paymentId, amount, state, ersReference, code, createdAt, RefundDetails.NONE);
    }

    /** A refund's states. Nothing is booked as given back before SEQR agrees. */
    public enum State {
        /** Reserved, SEQR is being asked. */
        REQUESTED,
        SETTLED,
        REJECTED,
        /** SEQR was not reached, or too busy to begin: nothing is reserved, and the same key tries again. */
        NOT_DONE,
        /** The answer got lost and asking again could pay twice: only the report tells. */
        UNKNOWN
    }

    static Refund requested(String id, String paymentId, Money amount, Instant now) {
        return requested(id, paymentId, amount, RefundDetails.NONE, now);
    }

    static Refund requested(String id, String paymentId, Money amount, RefundDetails details, Instant now) {
        return new Refund(id, paymentId, amount, State.REQUESTED, null, null, now, details);
    }

    /** When the sweep has to look whether its handler has died; empty once SEQR's answer is stored. */
    public Optional<Instant> due() {
        return state == State.REQUESTED ? Optional.of(createdAt.plus(ABANDONED)) : Optional.empty();
    }

    Refund settled(@Nullable String reference) {
        return ended(State.SETTLED, reference, 0);
    }

    Refund rejected(int newCode) {
        return ended(State.REJECTED, null, newCode);
    }

    Refund notDone(@Nullable Integer busy) {
        return ended(State.NOT_DONE, null, busy);
    }

    /** Another try, which begins after this one even if the clock was put back. */
    Refund again(Refund next) {
        Instant begun = next.createdAt.isAfter(createdAt) ? next.createdAt : createdAt.plusMillis(1);
        return requested(id, paymentId, next.amount, next.details, begun);
    }

    /** The stored refund is this same try, and its outcome is not booked yet. */
    boolean isStillOpenIn(Refund stored) {
        return stored.state == State.REQUESTED && stored.createdAt.equals(createdAt);
    }

    /** A person found that the money was not given. */
    Refund notGiven() {
        return ended(State.REJECTED, null, null);
    }

    Refund unknown() {
        return ended(State.UNKNOWN, null, null);
    }

    private Refund ended(State end, @Nullable String reference, @Nullable Integer newCode) {
        return RefundBuilder.builder(this)
                .state(end)
                .ersReference(reference)
                .code(newCode)
                .build();
    }
}
