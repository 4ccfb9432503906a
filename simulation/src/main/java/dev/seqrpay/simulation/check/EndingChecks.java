package dev.seqrpay.simulation.check;

import static dev.seqrpay.payment.State.CREATED;
import static dev.seqrpay.simulation.engine.Violation.unless;

import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Reason;
import dev.seqrpay.payment.State;
import dev.seqrpay.simulator.core.InvoiceStatus;
import dev.seqrpay.simulator.core.InvoiceView;
import dev.seqrpay.simulator.core.Switches;
import dev.seqrpay.simulator.core.Variant;
import java.time.Duration;
import java.time.Instant;

/**
 * An ending needs a reason (15): the shop or the payer wished it, the time is up, or SEQR says so by itself. A payment goes to
 * REVIEW only if SEQR lied about it, said PAID when it may have reversed it already, or did not say how it ended until long
 * after its time (17).
 */
final class EndingChecks {
    /** {@code Sweep} waits as long before a person has to look. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int ATTEMPTS = 3;

    private final Ledgers ledgers;

    EndingChecks(Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    /**
     * @param now the latest that the clock has said of the function that writes this
     * @param heard SEQR's last word to that function about the payment, or null
     */
    void committed(Payment before, Payment after, Instant now, String heard) {
        if (before == null || before.state() == after.state()) return;
        Payment row = after;
        switch (after.state()) {
            case CANCELING -> {
                wished(row, now);
                letGo(before, row);
            }
            case CANCELED -> canceled(before, row, now);
            case FAILED -> failed(row, now);
            case REVIEW -> review(row, now, heard);
            case RESERVED -> reserved(row);
            case CAPTURING ->
                unless(
                        ledgers.capturing.contains(row.id()),
                        "24",
                        () -> row.id() + " is captured, and its shop did not ask for it");
            case CREATED, ISSUED, PAID, REVERSED -> {}
        }
    }

    /** Once the money is reserved, only the shop can let it go (24). */
    private static void letGo(Payment before, Payment row) {
        unless(
                before.state() != State.RESERVED || row.reason() != Reason.CANCELED_BY_PAYER,
                "24",
                () -> row.id() + ": its payer takes back what is reserved");
    }

    /** Its payer has confirmed, for the shop that wanted it so (24). */
    private void reserved(Payment row) {
        InvoiceStatus there = ledgers.view(row.reference()).status();
        unless(
                row.invoice().reservation() != null && there != InvoiceStatus.ISSUED,
                "24",
                () -> row.id() + " is RESERVED here and " + there + " at SEQR");
    }

    private void canceled(Payment before, Payment row, Instant now) {
        if (before.state() == CREATED) {
            wished(row, now);
            return;
        }
        InvoiceStatus there = ledgers.view(row.reference()).status();
        boolean saidSo = there == InvoiceStatus.CANCELED || there == InvoiceStatus.EXPIRED;
        unless(saidSo, "15", () -> row.id() + " is CANCELED here and " + there + " at SEQR");
        boolean byItself = before.state() == State.ISSUED;
        boolean isRight = before.state() == State.CAPTURING
                ? row.reason() == Reason.EXPIRED
                : byItself
                        ? row.reason() == (there == InvoiceStatus.EXPIRED ? Reason.EXPIRED : Reason.CANCELED_BY_PAYER)
                        : there == InvoiceStatus.EXPIRED || row.reason() == before.reason();
        unless(isRight, "15", () -> row.id() + " is CANCELED because " + row.reason() + ", and that is not why");
    }

    private void failed(Payment row, Instant now) {
        Tracked tracked = ledgers.of(row);
        boolean hasReason =
                switch (row.reason()) {
                    case NOT_ISSUED -> tracked.attempt >= ATTEMPTS || isOver(row, now);
                    case REFUSED_BY_SEQR -> tracked.refused;
                    case FAILED_AT_SEQR -> ledgers.view(row.reference()).status() == InvoiceStatus.FAILED;
                    default -> false;
                };
        unless(hasReason, "15", () -> row.id() + " is FAILED because " + row.reason() + ", and that is not so");
    }

    private void review(Payment row, Instant now, String heard) {
        boolean hasReason =
                switch (row.reason()) {
                    case MISMATCH, DUPLICATE_REFERENCE -> ledgers.of(row).liedAbout;
                    case HEARD_TOO_LATE -> ledgers.of(row).heardLate;
                    case UNDECIDED ->
                        !decides(heard) && until(row).plus(PATIENCE).isBefore(now);
                    default -> false;
                };
        unless(
                hasReason,
                "17",
                () -> row.id() + " is for REVIEW because " + row.reason() + ", and SEQR's last word was " + heard);
    }

    private static boolean decides(String heard) {
        return heard == null
                || switch (heard) {
                    case "PAID", "CANCELED", "EXPIRED", "FAILED" -> true;
                    default -> false;
                };
    }

    private void wished(Payment row, Instant now) {
        boolean hasReason = row.reason() == Reason.EXPIRED
                ? isOver(row, now)
                : ledgers.wishes(row).contains(row.reason());
        unless(
                hasReason,
                "15",
                () -> row.id() + " is " + row.state() + " because " + row.reason()
                        + ", without a wish, and its time is not up");
    }

    private static boolean isOver(Payment row, Instant now) {
        return !until(row).isAfter(now);
    }

    /** The payer's time, or that of the shop for which the payer has reserved the money. */
    private static Instant until(Payment row) {
        return row.reservedUntil().orElse(row.expiresAt());
    }

    /** The phone refuses a payer who wants to pay. */
    void refused(Payment row, Instant latest) {
        InvoiceStatus there = ledgers.view(row.reference()).status();
        boolean hasReason = there == InvoiceStatus.EXPIRED
                || there == InvoiceStatus.CANCELED && isCanceledBySeqr()
                || !ledgers.wishes(row).isEmpty()
                || isOver(row, latest);
        unless(hasReason, "15", () -> row.id() + ": its payer was refused, " + there + ", without a wish");
    }

    /** A cash register's invoices, and what expires at an older server. */
    private boolean isCanceledBySeqr() {
        Switches switches = ledgers.seqr.switches();
        return switches.of(Variant.CashRegisters.class) == Variant.CashRegisters.ALL
                || switches.of(Variant.ExpiredAs.class) == Variant.ExpiredAs.CANCELED
                        && !switches.expireAfter().isZero();
    }

    /** What a cancel comes back with tells that it was heard (16). */
    static void canceled(Payment row) {
        unless(
                row.state() != CREATED && row.state() != State.ISSUED,
                "16",
                () -> row.id() + " is " + row.state() + " after it was cancelled");
    }

    /**
     * All is quiet: SEQR's word is there for the asking, so a person has to look only where it was false or never came. A payer
     * who confirms after the patience is over is given the money back, whichever status SEQR calls that.
     */
    void end(Payment row) {
        if (row.state() != State.REVIEW || ledgers.of(row).liedAbout || ledgers.of(row).heardLate) return;
        InvoiceView there = ledgers.view(row.reference());
        boolean isKept = there.status() == InvoiceStatus.PAID && !there.reversed();
        unless(!isKept, "17", () -> row.id() + " is for REVIEW here and PAID at SEQR");
    }
}
