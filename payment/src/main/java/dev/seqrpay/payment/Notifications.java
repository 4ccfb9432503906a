package dev.seqrpay.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * SEQR's hint that the payer has paid (contract, "notificationUrl"): it may come twice, late, before the invoice's reference
 * is stored, or never, and proves nothing. It makes us ask at once, and again while the answer is not stored.
 */
public final class Notifications {
    /** Well within the 20 seconds after which SEQR reverses a payment, and within the time a function has. */
    private static final Duration DEADLINE = Duration.ofSeconds(16);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    /** SEQR itself says that nothing has happened: the hint was early or false, and the other nets are still there. */
    private static final int MAX_OPEN_ANSWERS = 3;

    private final Settlement settlement;
    private final Reminders reminders;
    private final InstantSource clock;
    private final Pause pause;
    private final BiConsumer<String, RuntimeException> failures;

    /** How a handler waits; a simulation moves its clock instead. */
    @FunctionalInterface
    public interface Pause {
        void sleep(Duration time);
    }

    /** What became of the payment that the notification is about. */
    public enum Outcome {
        /** How the payment ended is stored. */
        STORED,
        /** SEQR says that the payment is still open. */
        OPEN,
        /** SEQR could not be asked, or the answer not be stored. */
        UNANSWERED,
        NO_SUCH_PAYMENT
    }

    /** @param failures hears of every payment that SEQR or the table gave no answer about, and why */
    public Notifications(
            Settlement settlement,
            Reminders reminders,
            InstantSource clock,
            Pause pause,
            BiConsumer<String, RuntimeException> failures) {
        this.settlement = settlement;
        this.reminders = reminders;
        this.clock = clock;
        this.pause = pause;
        this.failures = failures;
    }

    /**
     * Returns when the outcome is stored, or when waiting longer would not help. If SEQR gave no answer in all that time, a
     * reminder in the queue asks again.
     */
    public Outcome handle(String paymentId) {
        Outcome outcome = settle(paymentId);
        if (outcome == Outcome.UNANSWERED) reminders.send(new Reminder.AskAgain(paymentId), Watch.SOON);
        return outcome;
    }

    private Outcome settle(String paymentId) {
        Instant deadline = clock.instant().plus(DEADLINE);
        Duration wait = Pace.AT_ONCE.interval();
        for (int open = 0; ; wait = longer(wait)) {
            Outcome outcome = settleOnce(paymentId);
            if (outcome == Outcome.STORED || outcome == Outcome.NO_SUCH_PAYMENT) return outcome;
            if (outcome == Outcome.OPEN && ++open == MAX_OPEN_ANSWERS) return outcome;
            if (!clock.instant().plus(wait).isBefore(deadline)) return outcome;
            pause.sleep(wait);
        }
    }

    private static Duration longer(Duration wait) {
        Duration twice = wait.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private Outcome settleOnce(String paymentId) {
        try {
            Optional<Payment> payment = settlement.settle(paymentId, Cause.NOTIFICATION, Pace.AT_ONCE);
            if (payment.isEmpty()) return Outcome.NO_SUCH_PAYMENT;
            return switch (payment.get().state()) {
                case CREATED -> Outcome.UNANSWERED;
                case ISSUED, CANCELING, CAPTURING -> Outcome.OPEN;
                default -> Outcome.STORED;
            };
        } catch (SeqrException | StoreUnavailable again) {
            failures.accept(paymentId, again);
            return Outcome.UNANSWERED;
        }
    }
}
