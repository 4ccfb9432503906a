package dev.seqrpay.simulation.check;

import static dev.seqrpay.payment.State.ISSUED;
import static dev.seqrpay.simulation.engine.Violation.unless;

import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.simulator.core.InvoiceStatus;
import dev.seqrpay.simulator.core.InvoiceView;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** One invoice is a payment's for good (6) and shown (7); the others are never asked about (8) and end cancelled (9). */
final class InvoiceChecks {
    /** A clock may be that far ahead. */
    private static final Duration LONGEST_SKEW = Duration.ofMinutes(5);

    private final Ledgers ledgers;

    InvoiceChecks(Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    void made(Payment payment, String reference) {
        Tracked tracked = ledgers.of(payment);
        unless(tracked != null, "7", () -> "an invoice was sent for a payment that is not stored");
        tracked.invoices++;
        int attempts = tracked.attempt;
        unless(
                tracked.invoices <= attempts && attempts <= 3,
                "7",
                () -> tracked.invoices + " invoices in " + attempts + " attempts: " + payment.id());
        ledgers.invoices.put(reference, new Made(payment.id()));
    }

    /** A checkout gives up only if three invoices may have been made, or the time is up. */
    static void notIssued(Tracked tracked, Cause cause, Instant now) {
        boolean mayGiveUp = cause != Cause.CHECKOUT
                || tracked.attempts.size() >= 3
                || !tracked.row.expiresAt().isAfter(now.plus(LONGEST_SKEW));
        unless(mayGiveUp, "7", () -> tracked.row.id() + " is given up after " + tracked.attempts.size() + " attempts");
    }

    void asked(Payment payment) {
        unless(
                payment.reference() != null
                        && payment.reference().equals(ledgers.of(payment).row.reference()),
                "8",
                () -> "SEQR was asked about an orphan, " + payment.reference());
    }

    void cancels(Payment payment, String reference) {
        Payment row = ledgers.of(payment).row;
        unless(
                !reference.equals(row.reference())
                        || row.state() != ISSUED && !row.state().isReserved(),
                "9",
                () -> row.id() + ": its own invoice is cancelled without a wish");
    }

    static void unchanged(Payment before, Payment after) {
        unless(
                before.reference() == null || Objects.equals(before.reference(), after.reference()),
                "6",
                () -> after.id() + ": the reference " + before.reference() + " was replaced by " + after.reference());
    }

    void shown(Payment row) {
        if (row.reference() == null) return;
        Tracked tracked = ledgers.of(row);
        unless(
                row.reference().equals(tracked.row.reference()),
                "7",
                () -> row.id() + ": " + row.reference() + " is shown, " + tracked.row.reference() + " is stored");
        unless(
                tracked.shown == null || tracked.shown.equals(row.reference()),
                "7",
                () -> row.id() + ": two invoices were shown");
        tracked.shown = row.reference();
    }

    /** All is quiet. */
    void end(String reference, Made made) {
        if (reference.equals(ledgers.payments.get(made.paymentId).row.reference())) return;
        InvoiceView view = ledgers.view(reference);
        unless(view.statusCalls() == 0, "8", () -> "SEQR was asked about the orphan " + reference);
        unless(view.status() != InvoiceStatus.PAID, "7", () -> "the orphan " + reference + " was paid");
        // a function that dies before the queue has the reference holds it no more
        if (made.held && !made.disowned && (made.written || !made.beingWritten))
            unless(
                    view.status() != InvoiceStatus.ISSUED,
                    "9",
                    () -> reference + " lost the race and can still be paid");
    }
}
