package dev.seqrpay.payment;

import dev.seqrpay.payment.Reminder.AskAgain;
import dev.seqrpay.payment.Reminder.CloseOrphan;
import dev.seqrpay.payment.Reminder.HandOverReceipt;
import dev.seqrpay.payment.Reminder.KeepWatching;
import dev.seqrpay.payment.Reminder.Look;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The net that works without SEQR's notification and without an open browser. Each payment has a reminder that comes back
 * while the payer can still pay, often enough for the 20 seconds that SEQR allows. A reminder that comes twice watches twice
 * from then on, which costs a read each time but no question to SEQR: the lease is one for all.
 */
public final class Watch {
    /** From one look to the next, even if SEQR answers slowly. With a slow answer on top it is still within 20 seconds. */
    static final Duration PERIOD = Duration.ofSeconds(8);
    /** After a question that SEQR or the table did not answer, and while its invoice is on its way. */
    static final Duration SOON = Claim.AFTER_FAILURE;

    private final Settlement settlement;
    private final OrphanInvoices orphans;
    private final ReceiptHandover receipts;
    private final Reminders reminders;
    private final InstantSource clock;
    private final BiConsumer<String, RuntimeException> failures;

    /** @param failures hears of every payment that SEQR or the table gave no answer about, and why */
    public Watch(
            Settlement settlement,
            OrphanInvoices orphans,
            ReceiptHandover receipts,
            Reminders reminders,
            InstantSource clock,
            BiConsumer<String, RuntimeException> failures) {
        this.settlement = settlement;
        this.orphans = orphans;
        this.receipts = receipts;
        this.reminders = reminders;
        this.clock = clock;
        this.failures = failures;
    }

    /**
     * Looks at the payment and sends the reminder again if needed; or closes an orphan invoice, and fails while it is open; or hands a
     * receipt over.
     */
    public void handle(Reminder reminder) {
        if (reminder instanceof CloseOrphan orphan) orphans.handle(orphan);
        else if (reminder instanceof HandOverReceipt receipt) receipts.handle(receipt);
        else if (reminder instanceof Look look) look(look);
    }

    private void look(Look reminder) {
        Instant begun = clock.instant();
        settle(reminder).ifPresent(pause -> reminders.send(new KeepWatching(reminder.paymentId()), rest(pause, begun)));
    }

    /** A queue counts in whole seconds. If the clock was put back meanwhile, it does not tell how long the look took. */
    private Duration rest(Duration pause, Instant begun) {
        long seconds = Duration.between(begun, clock.instant()).toSeconds();
        Duration taken = Duration.ofSeconds(Math.max(0, seconds));
        return pause.minus(taken).compareTo(SOON) > 0 ? pause.minus(taken) : SOON;
    }

    /** @return until it has to be looked at again; empty once it need not be */
    private Optional<Duration> settle(Look reminder) {
        try {
            return settlement
                    .settle(reminder.paymentId(), reminder.cause(), pace(reminder))
                    .flatMap(payment -> pause(reminder, payment));
        } catch (SeqrException | StoreUnavailable later) {
            failures.accept(reminder.paymentId(), later);
            return Optional.of(SOON);
        }
    }

    private Optional<Duration> pause(Look reminder, Payment payment) {
        Instant now = clock.instant();
        if (!payment.mayBePaid(now)) return Optional.empty();
        if (payment.state() == State.CREATED) return Optional.of(SOON);
        return reminder instanceof KeepWatching
                ? Optional.of(Pace.WAITING.atLeast(PERIOD, payment, now))
                : Optional.empty();
    }

    private static Pace pace(Look reminder) {
        return reminder instanceof AskAgain ? Pace.AT_ONCE : Pace.WAITING;
    }
}
