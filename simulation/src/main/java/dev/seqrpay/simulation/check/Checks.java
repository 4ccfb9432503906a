package dev.seqrpay.simulation.check;

import static dev.seqrpay.payment.State.CANCELING;
import static dev.seqrpay.payment.State.CREATED;
import static dev.seqrpay.payment.State.ISSUED;
import static dev.seqrpay.payment.State.PAID;
import static dev.seqrpay.simulation.engine.Violation.unless;

import dev.seqrpay.payment.Attempt;
import dev.seqrpay.payment.Change;
import dev.seqrpay.payment.CustomerToken.Status;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Reason;
import dev.seqrpay.payment.Standing;
import dev.seqrpay.payment.State;
import dev.seqrpay.simulation.engine.Function;
import dev.seqrpay.simulation.engine.Invocation;
import dev.seqrpay.simulation.engine.Time;
import dev.seqrpay.simulation.engine.Weather;
import dev.seqrpay.simulator.core.InvoiceView;
import dev.seqrpay.simulator.core.PaymentStatus;
import dev.seqrpay.simulator.core.Seqr;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The safety half of the promise ({@code docs/simulation.md}), checked at each step against both ledgers: what has been
 * committed here, and SEQR's own books. Here is what the ports tell of; the promises are in the classes that it is passed to.
 */
public final class Checks {
    /** A sweep has 55 s, and leaves itself 25 s for its last payment. */
    private static final Duration SWEEPS = Duration.ofSeconds(55 - 25);

    /** By the clock that is furthest ahead it is at most so much later. */
    private static final Duration FURTHEST_AHEAD = Duration.ofMinutes(10);

    private static final Set<State> OPEN = EnumSet.of(CREATED, ISSUED, CANCELING, State.RESERVED, State.CAPTURING);

    private final Time time;
    private final Ledgers ledgers;
    private final HistoryChecks history;
    private final MoneyChecks money;
    private final RefundChecks refunds;
    private final InvoiceChecks invoices;
    private final OrderChecks orders;
    private final EndingChecks endings;
    private final LoyaltyChecks loyalty;
    private final boolean skewed;
    private Optional<NameChecks> names = Optional.empty();
    private long aged = Long.MIN_VALUE;

    /** @param skewed whether clocks are wrong for a while */
    public Checks(Seqr seqr, Table table, Time time, boolean skewed) {
        this.skewed = skewed;
        this.time = time;
        ledgers = new Ledgers(seqr, table);
        history = new HistoryChecks(table);
        money = new MoneyChecks(ledgers);
        refunds = new RefundChecks(ledgers);
        invoices = new InvoiceChecks(ledgers);
        orders = new OrderChecks(ledgers);
        endings = new EndingChecks(ledgers);
        loyalty = new LoyaltyChecks(ledgers);
    }

    /** The functions make the payments' names themselves. */
    public void names(NameChecks checks) {
        names = Optional.of(checks);
    }

    /** A shop has been told of a refund. */
    public void refundTold(String paymentId, String key, String refundId) {
        names.orElseThrow().refunded(paymentId, key, refundId);
    }

    /** All rows are those of an older release from now on. */
    public void aged() {
        aged = time.now();
        ledgers.placeless.addAll(ledgers.payments.keySet());
    }

    public Map<String, Tracked> payments() {
        return ledgers.payments;
    }

    /** An invoice now exists at SEQR, whether anybody hears of it or not. */
    public void made(Payment payment, String reference) {
        invoices.made(payment, reference);
    }

    /** SEQR is about to be asked, which captures the payment. */
    public void asked(Payment payment) {
        ledgers.of(payment).calls++;
        invoices.asked(payment);
    }

    public void answered(Payment payment, int sentVersion, PaymentStatus status) {
        money.answered(payment, sentVersion, status, time.instant());
    }

    /** SEQR has said that a payment is paid which does not fit the order. */
    public void lied(Payment payment) {
        ledgers.of(payment).liedAbout = true;
    }

    /** SEQR is about to be told to cancel. */
    public void cancels(Payment payment, String reference) {
        Tracked tracked = ledgers.of(payment);
        if (reference.equals(tracked.row.reference())) tracked.calls++;
        invoices.cancels(payment, reference);
    }

    /** SEQR is about to be told to take what is reserved. */
    public void captures(Payment payment) {
        Payment row = ledgers.of(payment).row;
        unless(
                ledgers.capturing.contains(row.id()) && row.state() != State.RESERVED,
                "24",
                () -> row.id() + ": its money is taken while it is " + row.state());
    }

    /** SEQR is about to be told that the payment's invoice has changed, which answers to what was offered. */
    public void updates(Payment payment) {
        loyalty.updates(payment);
    }

    /** Its shop has heard of the offer of this row, and says this of it. */
    public void answers(Payment row, Map<String, Status> said) {
        loyalty.answers(row, said);
    }

    /** Its shop was told that SEQR has the answer to the offer of this row. */
    public void answered(Payment row) {
        loyalty.heard(row);
    }

    /** Its shop wants the money that is reserved. */
    public void wantsMoney(String paymentId) {
        ledgers.capturing.add(paymentId);
    }

    /** SEQR has given back. */
    public void refunded(Payment payment) {
        refunds.within(ledgers.of(payment).row);
    }

    /** SEQR may have given back what this run asked for, and did not say so. */
    public void mayHaveGivenBack(Invocation by) {
        refunds.doubtful(by);
    }

    /**
     * @param by the run of the function that writes this
     * @param now as it knows it
     * @param heard SEQR's last word to it about the payment, or null
     */
    public void committed(Change change, Invocation by, Instant now, String heard) {
        Payment after = change.payment();
        Tracked tracked = ledgers.payments.computeIfAbsent(after.id(), id -> new Tracked());
        Payment before = tracked.row;
        tracked.row = after;
        if (after.standing() instanceof Standing.Created created)
            tracked.attempt = created.attempt().number();
        tracked.claim = change.claimed() == null ? "" : "" + change.claimed();
        if (before == null) {
            tracked.createdAt = time.now();
            tracked.firstTotal = after.invoice().total();
            ledgers.byTitle.put(after.invoice().title(), after.id());
        }
        boolean ends = !OPEN.contains(after.state()) && (before == null || OPEN.contains(before.state()));
        if (ends) tracked.endedAt = time.now();
        if (after.state() == CANCELING) tracked.cancelingAt = time.now();
        history.committed(before, after);
        if (before == null && by.begun() < aged) ledgers.placeless.add(after.id());
        if (before == null) orders.created(after);
        if (before == null) names.ifPresent(each -> each.created(after, by, now));
        if (after.state() == CREATED) tracked.attempts.add(by.name());
        if (after.reason() == Reason.NOT_ISSUED) InvoiceChecks.notIssued(tracked, change.cause(), time.instant());
        if (before != null) MoneyChecks.unchanged(before, after, change.cause());
        if (before != null) InvoiceChecks.unchanged(before, after);
        if (before != null) loyalty.committed(before, after, change.cause());
        if (after.state() == PAID && before.state() != PAID) money.paid(after);
        if (after.state() == PAID) refunds.committed(after);
        if (change.refund() != null) refunds.committed(change.refund(), by);
        endings.committed(before, after, by.furthestClockRead(), heard);
    }

    /** A run reads a row. A sweep takes up only what it has the time for (22); a clock that is put right tells no time. */
    public void begins(String id, Invocation by) {
        if (by.begins(id) && by.function() == Function.SWEEP && !skewed)
            unless(by.worked().compareTo(SWEEPS) <= 0, "22", () -> "a sweep takes up " + id + " after " + by.worked());
    }

    /** The payment is to be cancelled. */
    public void wish(String paymentId, Reason reason) {
        ledgers.wish(paymentId, reason);
    }

    /** @return the id of the payment, null while there is none */
    public String titled(String title) {
        return ledgers.byTitle.get(title);
    }

    /** Its shop wants it beside what the order has. */
    public void alongside(String title) {
        ledgers.alongside.add(title);
    }

    /** A checkout was refused for another payment of its order, which is said to be in that state. */
    public void taken(Cart cart, String paymentId, State state) {
        orders.taken(cart, paymentId, state);
    }

    public boolean isWishedAway(String paymentId) {
        return !ledgers.wishes(paymentId).isEmpty();
    }

    /** A cancel has been answered with this. */
    public void canceled(Payment row) {
        shown(row);
        EndingChecks.canceled(row);
    }

    /** The phone refuses a payer who wants to pay. */
    public void refusedByThePhone(String paymentId) {
        Instant latest = time.instant().plus(skewed ? FURTHEST_AHEAD : Duration.ZERO);
        endings.refused(ledgers.payments.get(paymentId).row, latest);
    }

    /** SEQR says that the invoice is wrong. */
    public void refused(Payment payment) {
        ledgers.of(payment).refused = true;
    }

    /** SEQR's word, or that there was none, has come back to the function that asked. */
    public void heard(Payment payment, Invocation by, String word) {
        ledgers.of(payment).hears(by, word);
    }

    /** @return what SEQR last said of it to this function, null if it did not ask */
    public String heard(Payment payment, Invocation by) {
        Tracked tracked = ledgers.of(payment);
        return tracked == null ? null : tracked.heard(by);
    }

    /** A function wants to ask SEQR. */
    public void wantsToAsk(Payment payment, Function function) {
        if (function != Function.STATUS) ledgers.of(payment).others++;
    }

    /** Its shop was told that it is for something else now. */
    public void changed(String paymentId) {
        ledgers.payments.get(paymentId).changes++;
    }

    /** What the table keeps of questions beside the rows. */
    public void claimed(Payment payment, String claim) {
        ledgers.of(payment).claim = claim;
    }

    public void failed(Payment payment, String claim) {
        Tracked tracked = ledgers.of(payment);
        if (tracked.claim.equals(claim)) tracked.claim += " failed";
    }

    /** All that has been seen and that what is still to come depends on. */
    public String state() {
        StringBuilder state = new StringBuilder();
        ledgers.payments.values().forEach(tracked -> state.append(tracked.state()));
        ledgers.invoices.values().forEach(made -> state.append(made.state()));
        return state.toString();
    }

    /** A shopper, or the shop, has been told. */
    public void shown(Payment row) {
        money.shown(row);
        invoices.shown(row);
    }

    /** Its invoice is sent, maybe for the second time by this run. */
    public void triesAgain(String paymentId, long attempt) {
        Tracked tracked = ledgers.payments.get(paymentId);
        unless(tracked != null, "7", () -> "an invoice was sent for a payment that is not stored");
        tracked.withoutEffect.remove(attempt);
    }

    /** SEQR surely has made no invoice in this run of a checkout. */
    public void nothingCameOf(String paymentId, long attempt) {
        ledgers.payments.get(paymentId).withoutEffect.add(attempt);
    }

    /** What is left of the attempt has been written. */
    public void released(Payment payment, Attempt left, long attempt) {
        Tracked tracked = ledgers.of(payment);
        if (tracked.row.version() == payment.version()) tracked.attempt = left.number();
        if (tracked.withoutEffect.contains(attempt)) tracked.attempts.remove(attempt);
    }

    /** A function holds the reference of an invoice that did not become the payment's, or may not have. */
    public void held(String reference) {
        ledgers.invoices.get(reference).held = true;
    }

    /** SEQR has denied that there is such an invoice: no one can close it. */
    public void disowned(String reference) {
        ledgers.invoices.get(reference).disowned = true;
    }

    /** It goes to the queue. */
    public void writesDown(String reference) {
        ledgers.invoices.get(reference).beingWritten = true;
    }

    /** The queue has it. */
    public void writtenDown(String reference) {
        ledgers.invoices.get(reference).written = true;
    }

    /** All is quiet. */
    public void end() {
        ledgers.payments.values().forEach(tracked -> money.end(tracked.row));
        ledgers.payments.values().forEach(tracked -> endings.end(tracked.row));
        ledgers.invoices.forEach(invoices::end);
    }

    /** All is quiet, and those who took part say how it went. */
    public void end(List<? extends Witness> purchases, Weather weather) {
        end();
        Liveness liveness = new Liveness(ledgers, weather);
        for (Witness purchase : purchases) {
            liveness.check(purchase);
            loyalty.end(purchase, weather);
            Tracked tracked = ledgers.payments.get(purchase.id());
            if (tracked != null) QuestionChecks.check(purchase, tracked, !skewed);
        }
    }

    /** The money of some other payment, or null while there is none. */
    public String anotherErsReference(String paymentId) {
        return ledgers.ersReferences.keySet().stream().sorted().findFirst().orElse(null);
    }

    public InvoiceView view(String reference) {
        return ledgers.view(reference);
    }
}
