package dev.seqrpay.simulation.check;

import static dev.seqrpay.payment.State.PAID;
import static dev.seqrpay.payment.State.REVIEW;
import static dev.seqrpay.simulation.engine.Violation.unless;

import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.State;
import dev.seqrpay.simulator.core.InvoiceStatus;
import dev.seqrpay.simulator.core.InvoiceView;
import dev.seqrpay.simulator.core.PaymentStatus;
import dev.seqrpay.simulator.core.Sum;
import java.time.Duration;
import java.time.Instant;

/** PAID here is PAID and acknowledged there (1), was asked for in time (2), and is the order's own money (4). */
final class MoneyChecks {
    /** A second of the twenty may be cut off on the way. */
    private static final Duration LATEST = Duration.ofSeconds(19);

    private final Ledgers ledgers;

    MoneyChecks(Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    void answered(Payment payment, int sentVersion, PaymentStatus status, Instant now) {
        if (status.status() != InvoiceStatus.PAID) return;
        Made made = ledgers.invoices.get(payment.reference());
        InvoiceView view = ledgers.view(payment.reference());
        Duration since = Duration.between(view.paidAt(), now);
        made.askedInTime |= since.compareTo(ledgers.seqr.switches().reversalAfter()) <= 0;
        made.askedWithItsVersion |= sentVersion == status.version();
        Tracked tracked = ledgers.of(payment);
        tracked.heardLate |= since.compareTo(LATEST) > 0;
        if (view.acknowledged() && tracked.acknowledgedAt < 0) tracked.acknowledgedAt = since.toNanos() / 1000;
    }

    static void unchanged(Payment before, Payment after, Cause cause) {
        unless(
                before.invoice().equals(after.invoice()) || mayChange(before, after, cause),
                "4",
                () -> after.id() + ": the invoice was changed");
        unless(before.merchantId().equals(after.merchantId()), "4", () -> after.id() + ": the merchant was changed");
        unless(
                before.ersReference() == null || before.ersReference().equals(after.ersReference()),
                "4",
                () -> after.id() + ": the ersReference was changed");
    }

    /** By its shop while it waits, or back to what the payer has paid. */
    private static boolean mayChange(Payment before, Payment after, Cause cause) {
        if (after.state() != PAID) return isWaiting(before) && cause == Cause.UPDATE;
        return before.state().isUndecided()
                && before.purchase().former().contains(after.invoice().lineItems())
                && before.invoice().total().equals(after.purchase().missedTotal());
    }

    private static boolean isWaiting(Payment row) {
        return row.state() == State.ISSUED || row.state() == State.RESERVED;
    }

    void paid(Payment row) {
        InvoiceView view = ledgers.view(row.reference());
        unless(
                isKept(view) && view.acknowledged(),
                "1",
                () -> row.id() + " is PAID here and " + view.status()
                        + (view.acknowledged() ? "" : ", not acknowledged,") + " at SEQR");
        // what the shop takes itself, SEQR does not take back
        if (row.reservedUntil().isEmpty()) asked(row, ledgers.invoices.get(row.reference()));
        fits(row, view);
    }

    private static void asked(Payment row, Made made) {
        unless(made.askedInTime, "2", () -> row.id() + " is PAID and was not asked for within 20 s");
        unless(
                made.askedWithItsVersion,
                "2",
                () -> row.id() + " is PAID and was not asked for with the latest version");
    }

    private void fits(Payment row, InvoiceView view) {
        unless(!ledgers.of(row).liedAbout, "4", () -> row.id() + " is PAID and does not fit the order");
        Money total = row.invoice().total();
        unless(
                view.paid().equals(new Sum(total.currency().getCurrencyCode(), total.decimal())),
                "4",
                () -> row.id() + ": paid " + view.paid() + " instead of " + total);
        unless(
                view.ersReference().equals(row.ersReference()),
                "4",
                () -> row.id() + ": ersReference " + row.ersReference() + " instead of " + view.ersReference());
        String owner = ledgers.ersReferences.putIfAbsent(row.ersReference(), row.id());
        unless(owner == null, "4", () -> row.id() + ": its ersReference belongs to " + owner);
        String payer = ledgers.invoices.get(row.reference()).paymentId;
        unless(payer.equals(row.id()), "4", () -> row.id() + " has the invoice of " + payer);
    }

    void shown(Payment row) {
        if (row.state() == PAID) unless(ledgers.of(row).row.state() == PAID, "1", () -> row.id() + " is shown as PAID");
    }

    /** All is quiet: PAID here and there, or on neither side. */
    void end(Payment row) {
        if (row.reference() == null || row.state() == REVIEW) return;
        InvoiceView there = ledgers.view(row.reference());
        unless(
                (row.state() == PAID) == isKept(there),
                "1",
                () -> row.id() + " is " + row.state() + " here and " + there.status() + " at SEQR");
        if (row.state() == PAID) told(row);
    }

    /** A shop whose change was answered with yes is told if the payer has paid as if there were none (23). */
    private void told(Payment row) {
        Tracked tracked = ledgers.of(row);
        boolean isAsBefore = row.invoice().total().equals(tracked.firstTotal);
        unless(
                tracked.changes == 0 || !isAsBefore || row.purchase().missedTotal() != null,
                "23",
                () -> row.id() + " was changed, is PAID with its first total, and does not say so");
    }

    /** The word may stay when the money goes. */
    private static boolean isKept(InvoiceView view) {
        return view.status() == InvoiceStatus.PAID && !view.reversed();
    }
}
