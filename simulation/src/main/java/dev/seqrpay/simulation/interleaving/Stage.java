package dev.seqrpay.simulation.interleaving;

import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.CheckoutRefused;
import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.OpenPayment;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Reason;
import dev.seqrpay.payment.RefundRefused;
import dev.seqrpay.payment.RefundRequest;
import dev.seqrpay.payment.Reminder;
import dev.seqrpay.payment.SeqrException;
import dev.seqrpay.payment.Terms;
import dev.seqrpay.payment.UpdateRefused;
import dev.seqrpay.simulation.check.Checks;
import dev.seqrpay.simulation.check.Table;
import dev.seqrpay.simulation.door.UseCases;
import dev.seqrpay.simulation.engine.Dice;
import dev.seqrpay.simulation.engine.Running;
import dev.seqrpay.simulation.engine.Time;
import dev.seqrpay.simulation.engine.Violation;
import dev.seqrpay.simulation.port.Liar;
import dev.seqrpay.simulation.port.QueuePort;
import dev.seqrpay.simulation.port.SeqrPort;
import dev.seqrpay.simulation.port.TablePort;
import dev.seqrpay.simulation.port.Terminals;
import dev.seqrpay.simulator.core.InvoiceView;
import dev.seqrpay.simulator.core.PayerRefused;
import dev.seqrpay.simulator.core.Seqr;
import dev.seqrpay.simulator.core.Switches;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/** One payment, both ledgers of it, and all that can be done to it. */
final class Stage {
    static final Duration LIFE = Duration.ofMinutes(15);
    private static final String ID = "pay_1";
    private static final String SHOP = "shop";
    private static final String ORDER = "order";
    private static final Money TOTAL = Money.of("SEK", "100");
    private static final Money OTHER_TOTAL = Money.of("SEK", "90");
    private static final Money MOST = Money.of("SEK", "60");

    final Time time = new Time();
    final Running running = new Running();
    private final Seqr seqr;
    private final Table table = new Table.OfPayments();
    private final Checks checks;
    private final TablePort port;
    private final UseCases useCases;
    private final List<Reminder> losers = new ArrayList<>();

    Stage(Switches.AcknowledgedBy acknowledgedBy) {
        seqr = new Seqr(time, new Random(1), new Switches().acknowledgedBy(acknowledgedBy), notification -> {});
        Terminals.register(seqr);
        checks = new Checks(seqr, table, time, true);
        port = new TablePort(running, table, checks, () -> false);
        SeqrPort seqrPort = new SeqrPort(running, seqr, checks, Liar.HONEST, time);
        QueuePort queue = new QueuePort(running, this::remind, checks);
        useCases = UseCases.around(port, seqrPort, queue, running, LIFE, (id, failure) -> expected(failure));
    }

    /** What comes of the others in the end is the sweep's and the watch's own affair. */
    private void remind(Reminder reminder, Duration delay) {
        if (reminder instanceof Reminder.CloseOrphan) losers.add(reminder);
    }

    List<Reminder> losers() {
        return losers;
    }

    Object work(Handler handler) {
        return switch (handler) {
            case NOTIFICATION -> useCases.notifications().handle(ID);
            case POLL -> look();
            case SWEEP -> sweep();
            case CANCEL -> cancel();
            case UPDATE -> update();
            case REFUND -> refund("" + running.invocation().name());
            case CHECKOUT -> checkout();
            case REPLACE -> replace("r" + running.invocation().name());
            case WATCH -> reminded(new Reminder.KeepWatching(ID));
        };
    }

    /** A cancel is wished. */
    void wish() {
        checks.wish(ID, Reason.CANCELED_BY_SHOP);
    }

    private Object cancel() {
        Optional<Payment> row = useCases.cancellation().cancel(ID, Reason.CANCELED_BY_SHOP, Cause.CANCEL);
        row.ifPresent(checks::canceled);
        return row;
    }

    private Object update() {
        try {
            Payment changed =
                    useCases.orderUpdate().update(port.find(ID).orElseThrow(), items(OTHER_TOTAL), UseCases.ADDRESSES);
            checks.changed(ID);
            return changed;
        } catch (UpdateRefused refused) {
            return refused.payment();
        }
    }

    private static Invoice.LineItems items(Money total) {
        Invoice.Row row = new Invoice.Row("Thing", BigDecimal.ONE, total, null, null, null, null, null, null);
        return new Invoice.LineItems(List.of(row), total);
    }

    /** A replacement is wished, whichever payment of the order that meets. */
    void wishForAnother(int handlers) {
        checks.wish(ID, Reason.REPLACED);
        for (int name = 1; name <= handlers; name++)
            checks.wish(UseCases.IDS.payment(SHOP, "r" + name), Reason.REPLACED);
    }

    Object checkout() {
        return checkout("1", Terms.DEFAULT);
    }

    /** The shop wants another payment for the order, and not this one any more. */
    private Object replace(String key) {
        return checkout(key, new Terms(null, OpenPayment.REPLACE));
    }

    private Object checkout(String key, Terms terms) {
        Invoice.Row row = new Invoice.Row("Thing", BigDecimal.ONE, TOTAL, null, null, null, null, null, null);
        Invoice order = new Invoice(ORDER, "A thing", List.of(row), TOTAL, null, null, null, null, null);
        return useCases.checkout().checkout(SHOP, Terminals.FIRST, key, order, terms, UseCases.ADDRESSES);
    }

    Object look() {
        return useCases.statusLookup().look(ID, Cause.POLL);
    }

    Object sweep() {
        return useCases.sweep().run(running.instant().plusSeconds(30));
    }

    Object reminded(Reminder reminder) {
        useCases.watch().handle(reminder);
        return "";
    }

    Object refund(String key) {
        return refund(key, MOST);
    }

    /** With the same key each time. */
    Object refundRest() {
        return refund("rest", TOTAL.minus(MOST));
    }

    private Object refund(String key, Money amount) {
        return useCases.refunds().refund(port.find(ID).orElseThrow(), key, RefundRequest.of(amount));
    }

    Object confirm() {
        return seqr.payer().confirm(reference(), "1234");
    }

    void scan() {
        seqr.payer().scan(reference());
    }

    boolean exists() {
        return table.find(ID).isPresent();
    }

    private String reference() {
        return table.find(ID).orElseThrow().reference();
    }

    /** All of it that what is still to come depends on, in 64 bits. */
    long key() {
        long key = Dice.mixed(time.now(), table.find(ID).hashCode());
        for (String id : table.ofOrder(SHOP, ORDER).ids())
            key = Dice.mixed(key, table.find(id).hashCode());
        if (table.find(ID).isPresent()) key = Dice.mixed(key, table.refunds(ID).hashCode());
        for (InvoiceView invoice : seqr.invoices()) key = Dice.mixed(key, state(invoice));
        key = Dice.mixed(key, losers.hashCode());
        return Dice.mixed(key, checks.state().hashCode());
    }

    private static long state(InvoiceView invoice) {
        return Objects.hash(
                invoice.reference(),
                invoice.status(),
                invoice.version(),
                invoice.beingPaid(),
                invoice.acknowledged(),
                invoice.invoice().total(),
                invoice.refunded());
    }

    /** A function has ended, and its caller is told. */
    void ended(Object result, RuntimeException failure) {
        if (failure != null) expected(failure);
        if (result instanceof Payment shown) checks.shown(shown);
        if (result instanceof Optional<?> maybe) maybe.ifPresent(row -> checks.shown((Payment) row));
    }

    /** All is quiet. */
    void end() {
        checks.end();
        for (String id : table.ofOrder(SHOP, ORDER).ids())
            table.find(id).filter(row -> row.due().isPresent()).ifPresent(row -> {
                throw new Violation("13", "still " + row.state());
            });
    }

    private static void expected(RuntimeException failure) {
        boolean expected = failure instanceof SeqrException
                || failure instanceof PayerRefused
                || failure instanceof CheckoutRefused
                || failure instanceof RefundRefused;
        if (!expected) throw Violation.broken(failure);
    }
}
