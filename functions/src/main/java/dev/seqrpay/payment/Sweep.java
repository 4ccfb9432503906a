package dev.seqrpay.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BiConsumer;

/**
 * Settles or cancels what has gone stale, so that nothing stays open for ever. It asks first and cancels then: a payment
 * that was paid a moment ago is captured, not dropped.
 */
public final class Sweep {
    /** How long after its expiry SEQR may still refuse both to cancel and to decide, before a person has to look. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** After an outage all of that is over at the first look: the payer who is paying just then is still given time for it. */
    private static final Duration LAST_CHANCE = Duration.ofMinutes(1);
    /** That minute has to be a real one. Where another function began the cancel, its clock and ours may be so far apart. */
    private static final Duration APART = Duration.ofMinutes(10);

    private static final int BATCH = 1000;

    private final PaymentStore store;
    private final Settlement settlement;
    private final Cancellation cancellation;
    private final Refunds refunds;
    private final InstantSource clock;
    private final Workers workers;
    private final BiConsumer<String, RuntimeException> failures;

    /** @param failures hears of every payment that could not be dealt with, and why */
    public Sweep(
            PaymentStore store,
            Settlement settlement,
            Cancellation cancellation,
            Refunds refunds,
            InstantSource clock,
            Workers workers,
            BiConsumer<String, RuntimeException> failures) {
        this.store = store;
        this.settlement = settlement;
        this.cancellation = cancellation;
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

    /** Works through what is due until the deadline; one that fails does not stop the others. */
    public Result run(Instant deadline) {
        return workers.each(store.due(clock.instant(), BATCH), id -> tried(id, deadline)).stream()
                .reduce(Result.NONE, Result::plus);
    }

    private Result tried(String id, Instant deadline) {
        if (!clock.instant().isBefore(deadline)) return Result.NONE;
        try {
            store.find(id).ifPresent(this::sweep);
            return new Result(1, 0);
        } catch (RuntimeException next) {
            failures.accept(id, next);
            return new Result(1, 1);
        }
    }

    private void sweep(Payment stale) {
        try {
            settle(stale);
        } catch (SeqrException failure) {
            if (!isUnknownToSeqr(failure) || !isOverdue(stale)) throw failure;
            review(stale.id());
        }
    }

    private void settle(Payment stale) {
        if (stale.state() == State.PAID) refunds.recover(stale);
        Payment payment = settlement.settle(stale, Cause.SWEEP, Settlement.LEASE);
        if (payment.due().isEmpty() || clock.instant().isBefore(payment.due().get())) return;
        if (payment.state() == State.CREATED) notIssued(payment);
        else if (isUndecided(cancellation.cancel(payment, Reason.EXPIRED, Cause.SWEEP))) review(payment.id());
    }

    private void notIssued(Payment payment) {
        Instant now = clock.instant();
        if (payment.attempt().leaseUntil().isAfter(now)) return;
        store.commit(Change.of(payment, payment.ended(State.FAILED, Reason.NOT_ISSUED, now), Cause.SWEEP));
    }

    private static boolean isUnknownToSeqr(SeqrException failure) {
        return failure.resultCode()
                .filter(ResultCode.INVALID_INVOICE_REFERENCE::equals)
                .isPresent();
    }

    private boolean isUndecided(Payment payment) {
        return payment.state() == State.CANCELING && isOverdue(payment);
    }

    private boolean isOverdue(Payment payment) {
        Instant now = clock.instant();
        return payment.expiresAt().plus(PATIENCE).isBefore(now)
                && payment.changedAt().plus(lastChance(payment)).isBefore(now);
    }

    private Duration lastChance(Payment payment) {
        boolean ours = payment.state() != State.CANCELING
                || store.history(payment.id()).get(payment.version() - 1).cause() == Cause.SWEEP;
        return ours ? LAST_CHANCE : LAST_CHANCE.plus(APART);
    }

    private void review(String id) {
        store.find(id)
                .filter(payment -> payment.state().isPayable() && isOverdue(payment))
                .ifPresent(payment -> store.commit(Change.of(
                        payment, payment.ended(State.REVIEW, Reason.UNDECIDED, clock.instant()), Cause.SWEEP)));
    }
}
