package dev.seqrpay.local.simulation;

import static dev.seqrpay.payment.State.CANCELED;
import static dev.seqrpay.payment.State.CANCELING;
import static dev.seqrpay.payment.State.CREATED;
import static dev.seqrpay.payment.State.FAILED;
import static dev.seqrpay.payment.State.ISSUED;
import static dev.seqrpay.payment.State.PAID;
import static dev.seqrpay.payment.State.REVERSED;
import static dev.seqrpay.payment.State.REVIEW;

import dev.seqrpay.local.simulator.core.InvoiceStatus;
import dev.seqrpay.local.simulator.core.InvoiceView;
import dev.seqrpay.local.simulator.core.PaymentStatus;
import dev.seqrpay.local.simulator.core.Seqr;
import dev.seqrpay.payment.Change;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.State;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The safety half of the promise ({@code docs/simulation.md}), checked at each step against both ledgers: what has been
 * committed here, and SEQR's own books. The transitions are listed a second time on purpose.
 */
final class Checks {
    private static final Map<State, Set<State>> TRANSITIONS = new EnumMap<>(Map.of(
            CREATED, EnumSet.of(CREATED, ISSUED, CANCELED, FAILED),
            ISSUED, EnumSet.of(CANCELING, PAID, CANCELED, FAILED, REVIEW),
            CANCELING, EnumSet.of(PAID, CANCELED, FAILED, REVIEW),
            PAID, EnumSet.of(PAID, REVERSED)));

    private static final Set<State> OPEN = EnumSet.of(CREATED, ISSUED, CANCELING);

    private final Seqr seqr;
    private final PaymentStore table;
    private final Time time;
    private final Map<String, Tracked> payments = new LinkedHashMap<>();
    private final Map<String, Made> invoices = new LinkedHashMap<>();
    private final Map<String, String> ersReferences = new HashMap<>();

    Checks(Seqr seqr, PaymentStore table, Time time) {
        this.seqr = seqr;
        this.table = table;
        this.time = time;
    }

    /** What has been seen of one payment. */
    static final class Tracked {
        Payment row;
        String shown;
        int invoices;
        int statusCalls;
        boolean liedAbout;
        long createdAt;
        long acknowledgedAt = -1;
        long endedAt;
    }

    /** What has been seen of one invoice at SEQR. */
    private static final class Made {
        final String paymentId;
        boolean askedInTime;
        boolean askedWithItsVersion;
        /** A function that knows of it knows as well that it is, or may be, nobody's. */
        boolean held;
        /** That function is about to write it down, or died there. */
        boolean beingWritten;

        boolean written;

        Made(String paymentId) {
            this.paymentId = paymentId;
        }
    }

    Map<String, Tracked> payments() {
        return payments;
    }

    /** An invoice now exists at SEQR, whether anybody hears of it or not. */
    void made(Payment payment, String reference) {
        Tracked tracked = payments.get(payment.id());
        require(tracked != null, "7", () -> "an invoice was sent for a payment that is not stored");
        tracked.invoices++;
        int attempts = tracked.row.attempt().number();
        require(
                tracked.invoices <= attempts && attempts <= 3,
                "7",
                () -> tracked.invoices + " invoices in " + attempts + " attempts: " + payment.id());
        invoices.put(reference, new Made(payment.id()));
    }

    /** SEQR is about to be asked, which captures the payment. */
    void asked(Payment payment) {
        Tracked tracked = payments.get(payment.id());
        tracked.statusCalls++;
        require(
                payment.reference() != null && payment.reference().equals(tracked.row.reference()),
                "8",
                () -> "SEQR was asked about an orphan, " + payment.reference());
    }

    void answered(Payment payment, int sentVersion, PaymentStatus status) {
        if (status.status() != InvoiceStatus.PAID) return;
        Made made = invoices.get(payment.reference());
        InvoiceView view = view(payment.reference());
        Duration since = Duration.between(view.paidAt(), time.instant());
        made.askedInTime |= since.compareTo(seqr.switches().reversalAfter()) <= 0;
        made.askedWithItsVersion |= sentVersion == status.version();
        Tracked tracked = payments.get(payment.id());
        if (view.acknowledged() && tracked.acknowledgedAt < 0) tracked.acknowledgedAt = since.toNanos() / 1000;
    }

    /** SEQR is about to be told to cancel. */
    void cancels(Payment payment, String reference) {
        Payment row = payments.get(payment.id()).row;
        require(
                !reference.equals(row.reference()) || row.state() != ISSUED,
                "9",
                () -> row.id() + ": its own invoice is cancelled and nobody wanted it");
    }

    /** SEQR has said that a payment is paid which does not fit the order. */
    void lied(Payment payment) {
        payments.get(payment.id()).liedAbout = true;
    }

    void refunded(Payment payment) {
        withinReserve(payments.get(payment.id()).row);
    }

    void committed(Change change) {
        Payment after = change.payment();
        Tracked tracked = payments.computeIfAbsent(after.id(), id -> new Tracked());
        Payment before = tracked.row;
        transition(change, before, after);
        if (before != null) unchanged(before, after);
        tracked.row = after;
        if (before == null) tracked.createdAt = time.now();
        boolean ends = !OPEN.contains(after.state()) && (before == null || OPEN.contains(before.state()));
        if (ends) tracked.endedAt = time.now();
        if (after.state() == PAID && before.state() != PAID) paid(after);
        if (after.state() == PAID) refunds(after);
    }

    private void transition(Change change, Payment before, Payment after) {
        State from = before == null ? null : before.state();
        boolean listed = from == null
                ? after.state() == CREATED
                : TRANSITIONS.getOrDefault(from, Set.of()).contains(after.state());
        require(listed, "3", () -> after.id() + " went from " + from + " to " + after.state());
        require(
                change.from() == from,
                "11",
                () -> after.id() + ": the history says from " + change.from() + ", not " + from);
        int version = before == null ? 1 : before.version() + 1;
        require(
                after.version() == version,
                "11",
                () -> after.id() + ": version " + after.version() + ", not " + version);
    }

    private static void unchanged(Payment before, Payment after) {
        require(before.invoice().equals(after.invoice()), "4", () -> after.id() + ": the invoice was changed");
        require(before.merchantId().equals(after.merchantId()), "4", () -> after.id() + ": the merchant was changed");
        require(
                before.ersReference() == null || before.ersReference().equals(after.ersReference()),
                "4",
                () -> after.id() + ": the ersReference was changed");
        require(
                before.reference() == null || Objects.equals(before.reference(), after.reference()),
                "6",
                () -> after.id() + ": the reference " + before.reference() + " was replaced by " + after.reference());
    }

    private void paid(Payment row) {
        InvoiceView view = view(row.reference());
        require(!payments.get(row.id()).liedAbout, "4", () -> row.id() + " is PAID and does not fit the order");
        require(
                view.status() == InvoiceStatus.PAID && view.acknowledged(),
                "1",
                () -> row.id() + " is PAID here and " + view.status()
                        + (view.acknowledged() ? "" : ", not acknowledged,") + " at SEQR");
        require(
                view.paid().equals(SeqrPort.amount(row.invoice().total())),
                "4",
                () -> row.id() + ": paid " + view.paid() + " instead of "
                        + row.invoice().total());
        require(
                view.ersReference().equals(row.ersReference()),
                "4",
                () -> row.id() + ": ersReference " + row.ersReference() + " instead of " + view.ersReference());
        String owner = ersReferences.putIfAbsent(row.ersReference(), row.id());
        require(owner == null, "4", () -> row.id() + ": its ersReference belongs to " + owner);
        Made made = invoices.get(row.reference());
        require(made.paymentId.equals(row.id()), "4", () -> row.id() + " has the invoice of " + made.paymentId);
        require(made.askedInTime, "2", () -> row.id() + " is PAID and was not asked for within 20 s");
        require(
                made.askedWithItsVersion,
                "2",
                () -> row.id() + " is PAID and was not asked for with the latest version");
    }

    private void refunds(Payment row) {
        long settled = 0;
        long open = 0;
        for (Refund refund : table.refunds(row.id())) {
            if (refund.state() == Refund.State.SETTLED)
                settled += refund.amount().minor();
            if (refund.state() == Refund.State.REQUESTED || refund.state() == Refund.State.UNKNOWN)
                open += refund.amount().minor();
        }
        long total = row.invoice().total().minor();
        require(
                row.refunded().minor() + row.reserved().minor() <= total,
                "5",
                () -> row.id() + ": settled " + row.refunded() + " + reserved " + row.reserved() + " > paid " + total);
        require(
                row.refunded().minor() == settled && row.reserved().minor() == open,
                "5",
                () -> row.id() + ": settled " + row.refunded() + ", reserved " + row.reserved()
                        + " are not its refunds " + table.refunds(row.id()));
        withinReserve(row);
    }

    private void withinReserve(Payment row) {
        InvoiceView view = view(row.reference());
        long there = view.refunded().movePointRight(2).longValueExact();
        require(
                there <= row.refunded().minor() + row.reserved().minor(),
                "5",
                () -> row.id() + ": SEQR has refunded " + there + ", here settled " + row.refunded() + ", reserved "
                        + row.reserved());
        require(
                row.refunded().minor() <= there,
                "5",
                () -> row.id() + ": settled " + row.refunded() + ", but SEQR has refunded " + there);
    }

    /** A shopper, or the shop, has been told. */
    void shown(Payment row) {
        Tracked tracked = payments.get(row.id());
        if (row.state() == PAID) require(tracked.row.state() == PAID, "1", () -> row.id() + " is shown as PAID");
        if (row.reference() == null) return;
        require(
                row.reference().equals(tracked.row.reference()),
                "7",
                () -> row.id() + ": " + row.reference() + " is shown, " + tracked.row.reference() + " is stored");
        require(
                tracked.shown == null || tracked.shown.equals(row.reference()),
                "7",
                () -> row.id() + ": two invoices were shown");
        tracked.shown = row.reference();
    }

    /** A function holds the reference of an invoice that did not become the payment's, or may not have. */
    void held(String reference) {
        invoices.get(reference).held = true;
    }

    /** It goes to the queue. */
    void writesDown(String reference) {
        invoices.get(reference).beingWritten = true;
    }

    /** The queue has it. */
    void writtenDown(String reference) {
        invoices.get(reference).written = true;
    }

    /** All is quiet. */
    void end() {
        payments.forEach(this::settled);
        invoices.forEach((reference, made) -> {
            Payment row = payments.get(made.paymentId).row;
            if (!reference.equals(row.reference())) orphan(reference, made);
        });
    }

    private void settled(String id, Tracked tracked) {
        Payment row = tracked.row;
        if (row.reference() != null && row.state() != REVIEW) {
            InvoiceStatus there = view(row.reference()).status();
            require(
                    (row.state() == PAID) == (there == InvoiceStatus.PAID),
                    "1",
                    () -> id + " is " + row.state() + " here and " + there + " at SEQR");
        }
        history(row);
    }

    private void history(Payment row) {
        State state = null;
        int version = 0;
        for (PaymentStore.Event event : table.history(row.id())) {
            if (event.version() != ++version || event.from() != state)
                throw new Violation("11", row.id() + ": the history has a gap at " + event);
            state = event.to();
        }
        if (version != row.version() || state != row.state())
            throw new Violation("11", row.id() + ": its history ends in " + state + ", version " + version);
    }

    private void orphan(String reference, Made made) {
        InvoiceView view = view(reference);
        require(view.statusCalls() == 0, "8", () -> "SEQR was asked about the orphan " + reference);
        require(view.status() != InvoiceStatus.PAID, "7", () -> "the orphan " + reference + " was paid");
        // whoever dies before the queue has the reference holds it no more
        if (made.held && (made.written || !made.beingWritten))
            require(
                    view.status() != InvoiceStatus.ISSUED,
                    "9",
                    () -> reference + " lost the race and can still be paid");
    }

    /** The money of some other payment, or null while there is none. */
    String anotherErsReference(String paymentId) {
        return ersReferences.keySet().stream().sorted().findFirst().orElse(null);
    }

    InvoiceView view(String reference) {
        return seqr.payer().look(reference);
    }

    private static void require(boolean kept, String promise, Supplier<String> otherwise) {
        if (!kept) throw new Violation(promise, otherwise.get());
    }
}
