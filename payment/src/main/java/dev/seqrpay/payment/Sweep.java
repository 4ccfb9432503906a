package dev.seqrpay.payment;

import dev.seqrpay.payment.Standing.Canceling;
import dev.seqrpay.payment.Standing.Capturing;
import dev.seqrpay.payment.Standing.Created;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BiConsumer;

/**
 * Settles or cancels what has gone stale, so that nothing stays open for ever. It asks first and cancels then: a payment
 * that was paid a moment ago is captured, not dropped, and what SEQR gives no answer about is not cancelled. A payment
 * that is still undecided when the patience is over goes to REVIEW. What is reserved and not taken in time is let go.
 */
public final class Sweep {
    /** How long after a payment's expiry SEQR's answers may leave it undecided before a person has to look. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** The same while SEQR gives no answer at all, to any question: an outage shall not fill a person's desk. */
    private static final Duration OUTAGE = Duration.ofMinutes(15);
    /** After a long outage the patience is over at the first look, so a payer who pays just then gets this much time. */
    private static final Duration LAST_CHANCE = Duration.ofMinutes(1);
    /** If another function began the cancel, its clock and ours may be this far apart, which must not shorten that minute. */
    private static final Duration APART = Duration.ofMinutes(10);

    private static final int BATCH = 1000;

    private final PaymentStore store;
    private final Settlement settlement;
    private final Cancellation cancellation;
    private final Capture capture;
    private final Refunds refunds;
    private final InstantSource clock;
    private final Workers workers;
    private final BiConsumer<String, RuntimeException> failures;

    /** @param failures hears of every payment that could not be dealt with, and why */
    public Sweep(
            PaymentStore store,
            Settlement settlement,
            Cancellation cancellation,
            Capture capture,
            Refunds refunds,
            InstantSource clock,
            Workers workers,
            BiConsumer<String, RuntimeException> failures) {
        this.store = store;
        this.settlement = settlement;
        this.cancellation = cancellation;
        this.capture = capture;
        this.refunds = refunds;
        this.clock = clock;
        this.workers = workers;
        this.failures = failures;
    }

    /** What one sweep did. */
    public record Result(int looked, int failed) {
        private static final Result NONE = new Result(0, 0);

        private Result plus(Result other) {
            return new Result(looked + other.looked, failed + other.failed);
        }
    }

    /** Works through the due payments until the deadline. One that fails does not stop the others. */
    public Result run(Instant deadline) {
        return workers.each(store.due(clock.instant(), BATCH), id -> trySweep(id, deadline)).stream()
                .reduce(Result.NONE, Result::plus);
    }

    private Result trySweep(String id, Instant deadline) {
        if (!clock.instant().isBefore(deadline)) return Result.NONE;
        try {
            store.read(id).ifPresent(this::sweep);
            return new Result(1, 0);
        } catch (RuntimeException next) {
            failures.accept(id, next);
            return new Result(1, 1);
        }
    }

    private void sweep(StoredPayment read) {
        Payment stale = read.payment();
        if (stale.state() == State.PAID) refunds.recover(stale);
        if (stale.due().isEmpty() || clock.instant().isBefore(stale.due().get())) return;
        if (stale.standing() instanceof Created created) endNotIssued(stale, created.attempt());
        else if (stale.state() == State.RESERVED) cancellation.cancelIssued(stale, Reason.EXPIRED, Cause.SWEEP);
        else decide(read);
    }

    private void endNotIssued(Payment payment, Attempt attempt) {
        Instant now = clock.instant();
        if (attempt.leaseUntil().isAfter(now)) return;
        store.commit(Change.of(payment, payment.ended(State.FAILED, Reason.NOT_ISSUED, now), Cause.SWEEP));
    }

    private void decide(StoredPayment read) {
        String id = read.payment().id();
        try {
            settlement
                    .claimAndAsk(read, Pace.ONCE_A_MINUTE, this::askThenCancel)
                    .ifPresent(asked -> reviewIfOverdue(id, PATIENCE));
        } catch (SeqrException failure) {
            if (read.payment().state() == State.ISSUED)
                cancellation.markCanceling(read.payment(), Reason.EXPIRED, Cause.SWEEP);
            reviewIfOverdue(id, failure.isOutage() ? OUTAGE : PATIENCE);
            throw failure;
        }
    }

    private Payment askThenCancel(Payment stale) {
        Payment asked = settlement.ask(stale, Cause.SWEEP);
        return switch (asked.state()) {
            case ISSUED -> cancellation.cancelIssued(asked, Reason.EXPIRED, Cause.SWEEP);
            case CANCELING -> cancellation.tellSeqr(asked, Cause.SWEEP);
            case CAPTURING -> capture.tellAgain(asked, Cause.SWEEP);
            default -> asked;
        };
    }

    private void reviewIfOverdue(String id, Duration patience) {
        store.find(id)
                .filter(payment -> isOverdue(payment, patience))
                .ifPresent(payment -> store.commit(Change.of(
                        payment, payment.ended(State.REVIEW, Reason.UNDECIDED, clock.instant()), Cause.SWEEP)));
    }

    private boolean isOverdue(Payment payment, Duration patience) {
        Instant now = clock.instant();
        boolean isToldToSeqr = payment.standing() instanceof Canceling || payment.standing() instanceof Capturing;
        return isToldToSeqr
                && payment.decidableUntil().plus(patience).isBefore(now)
                && payment.changedAt().plus(lastChance(payment)).isBefore(now);
    }

    private static Duration lastChance(Payment payment) {
        return payment.standing() instanceof Canceling canceling && canceling.by() == Cause.SWEEP
                ? LAST_CHANCE
                : LAST_CHANCE.plus(APART);
    }
}
