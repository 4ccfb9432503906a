package dev.seqrpay.local.simulation;

import dev.seqrpay.local.simulator.core.InvoiceView;
import dev.seqrpay.local.simulator.core.PayerRefused;
import dev.seqrpay.local.simulator.core.Seqr;
import dev.seqrpay.local.simulator.core.Switches;
import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.CheckoutRefused;
import dev.seqrpay.payment.InMemoryPayments;
import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Reason;
import dev.seqrpay.payment.RefundRefused;
import dev.seqrpay.payment.Reminder;
import dev.seqrpay.payment.SeqrException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * One payment in some state, and a few functions at work on it at once, whose steps somebody else chooses one by one.
 *
 * <p>What no other function can notice is no choice: a pause happens at once, a message goes to the queue before anybody else
 * takes a step, and a function dies right behind its last step or not at all, for all the others would do in between they do
 * after it just as well.
 */
final class Scene implements Invocation.Outside {
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final String ID = "pay_1";
    private static final Money TOTAL = Money.of("SEK", "100");
    private static final Money MOST = Money.of("SEK", "60");

    /** How the payment stands when the functions begin. */
    enum Start {
        /** The first attempt's answer got lost and its lease is over. */
        CREATED,
        /** The payer is at the prompt, and confirms at any moment. */
        OPEN,
        OPEN_AND_EXPIRED,
        PAID_THERE,
        PAID_THERE_AND_EXPIRED,
        PAID_HERE,
        /** A refund was asked for long ago and its function died with SEQR's answer. */
        REFUND_ABANDONED
    }

    /** What works on it. */
    enum Handler {
        NOTIFICATION,
        POLL,
        SWEEP,
        CANCEL,
        REFUND,
        CHECKOUT,
        WATCH
    }

    private final Time time = new Time();
    private final Running running = new Running();
    private final InMemoryPayments table = new InMemoryPayments();
    private final Seqr seqr;
    private final Checks checks;
    private final TablePort port;
    private final UseCases useCases;
    private final Start start;
    private final List<Actor> actors = new ArrayList<>();
    private final List<Reminder> losers = new ArrayList<>();
    private final List<Supplier<String>> steps = new ArrayList<>();
    private boolean isPrelude = true;
    private int deaths;
    /** Whose step was the last one. */
    private Actor latest;
    /** Where one dies in the prelude. */
    private Call.Kind deathAt;

    /** One of those whose next step can be chosen. */
    private static final class Actor {
        final String name;
        Invocation run;
        Supplier<Object> next;
        String nextName;
        boolean isMortal;
        /** A hash of all that it has been answered. */
        long told = 1;

        long slept;

        Actor(String name) {
            this.name = name;
        }

        boolean isUnnoticed() {
            return next != null && nextName.equals(Call.Kind.REMIND.name());
        }

        /** Two that do the same work may change places, and who has ended does nothing more. */
        long key() {
            return next == null ? 0 : Dice.mixed(name.hashCode(), told);
        }
    }

    Scene(Start start, Switches.AcknowledgedBy acknowledgedBy, List<Handler> handlers) {
        this.start = start;
        seqr = new Seqr(time, new Random(1), new Switches().acknowledgedBy(acknowledgedBy), notification -> {});
        SeqrPort.register(seqr);
        checks = new Checks(seqr, table, time);
        port = new TablePort(running, table, checks, () -> false);
        SeqrPort seqrPort = new SeqrPort(running, seqr, checks, Liar.HONEST);
        QueuePort queue = new QueuePort(running, this::remind, checks);
        useCases = UseCases.around(port, seqrPort, queue, running, LIFE, (id, failure) -> expected(failure));
        prelude();
        isPrelude = false;
        for (Handler handler : handlers) begin(handler.name(), function(handler), () -> work(handler));
        if (start == Start.OPEN || start == Start.OPEN_AND_EXPIRED)
            begin("PAYER", Function.PAGE, () -> running.call(Call.Kind.READ, () -> confirm()));
    }

    private void prelude() {
        if (start == Start.CREATED) {
            dies(() -> checkout(), Call.Kind.SEND_INVOICE);
            time.moveTo(time.now() + Time.MINUTE);
            return;
        }
        now(() -> checkout());
        now(() -> look());
        if (start == Start.OPEN_AND_EXPIRED || start == Start.PAID_THERE_AND_EXPIRED)
            time.moveTo(time.now() + LIFE.toNanos() / 1000);
        seqr.payer().scan(reference());
        if (start == Start.OPEN || start == Start.OPEN_AND_EXPIRED) return;
        confirm();
        if (start == Start.PAID_THERE || start == Start.PAID_THERE_AND_EXPIRED) return;
        time.moveTo(time.now() + 6 * Time.SECOND);
        now(() -> look());
        if (start != Start.REFUND_ABANDONED) return;
        dies(() -> refund("0"), Call.Kind.REFUND_PAYMENT);
        time.moveTo(time.now() + 20 * Time.MINUTE);
    }

    private void begin(String name, Function function, Supplier<?> code) {
        Actor actor = new Actor(name);
        actor.isMortal = !name.equals("PAYER");
        actors.add(actor);
        actor.run = new Invocation(this, function, actors.size(), time.now(), code, (result, failure) -> {});
        actor.run.run();
    }

    /** Runs to its end at once. */
    private void now(Supplier<?> code) {
        new Invocation(this, Function.PAGE, 0, time.now(), code, (result, failure) -> {}).run();
    }

    /** Runs until a call of that kind has had its effect, and does not hear of it. */
    private void dies(Supplier<?> code, Call.Kind last) {
        deathAt = last;
        now(code);
        deathAt = null;
    }

    /** What comes of the others in the end is the sweep's and the watch's own affair. */
    private void remind(Reminder reminder, Duration delay) {
        if (reminder.cause() == Cause.DISCARD) losers.add(reminder);
    }

    private Object work(Handler handler) {
        return switch (handler) {
            case NOTIFICATION -> useCases.notifications().notified(ID);
            case POLL -> look();
            case SWEEP -> useCases.sweep().run(running.instant().plusSeconds(30));
            case CANCEL -> useCases.cancellation().cancel(ID, Reason.CANCELED_BY_SHOP, Cause.CANCEL);
            case REFUND -> refund("" + running.invocation().name());
            case CHECKOUT -> checkout();
            case WATCH -> {
                useCases.watch().reminded(Reminder.read("WATCH " + ID));
                yield "";
            }
        };
    }

    private Object checkout() {
        Invoice.Row row = new Invoice.Row("Thing", BigDecimal.ONE, TOTAL, null, null, null, null, null, null);
        Invoice order = new Invoice("order", "A thing", List.of(row), TOTAL, null, null, null, null, null);
        return useCases.checkout().checkout("shop", SeqrPort.TERMINAL, "1", order, UseCases.ADDRESSES);
    }

    private Object look() {
        return useCases.onlooker().look(ID, Cause.POLL);
    }

    private Object refund(String key) {
        return useCases.refunds().refund(port.find(ID).orElseThrow(), key, MOST);
    }

    private Object confirm() {
        return seqr.payer().confirm(reference(), "1234");
    }

    private String reference() {
        return table.find(ID).orElseThrow().reference();
    }

    private static Function function(Handler handler) {
        return handler == Handler.POLL ? Function.STATUS : Function.valueOf(handler.name());
    }

    /** From 0: the actors that can take a step; from the number of actors on: those that can die instead. */
    List<Integer> choices(int mayDie) {
        List<Integer> choices = new ArrayList<>();
        for (int i = 0; i < actors.size(); i++) if (actors.get(i).next != null && !isTwin(i)) choices.add(i);
        choices.stream()
                .filter(i -> actors.get(i).isUnnoticed())
                .findFirst()
                .ifPresent(i -> choices.retainAll(List.of(i)));
        if (deaths == mayDie) return choices;
        for (int i = 0; i < actors.size(); i++) if (mayDie(i)) choices.add(actors.size() + i);
        return choices;
    }

    /** One who does the same work has come just as far: it makes no difference which of them goes on. */
    private boolean isTwin(int i) {
        return actors.subList(0, i).stream()
                .anyMatch(other ->
                        other.next != null && other.key() == actors.get(i).key());
    }

    private boolean mayDie(int i) {
        Actor actor = actors.get(i);
        return actor.next != null && actor.isMortal && (latest == null || latest == actor);
    }

    void take(int choice) {
        Actor actor = actors.get(choice % actors.size());
        Supplier<Object> next = actor.next;
        actor.next = null;
        if (choice >= actors.size()) {
            deaths++;
            steps.add(() -> actor.name + " dies");
            return;
        }
        latest = actor;
        Object answer = next.get();
        actor.told = Dice.mixed(actor.told, hash(answer));
        String step = actor.name + " " + actor.nextName + " → ";
        steps.add(() -> step + Trace.brief(answer));
        actor.run.resume(answer);
    }

    /** All that what is still to come depends on, in 64 bits. */
    long key() {
        long key = Dice.mixed(time.now(), deaths);
        key = Dice.mixed(key, table.find(ID).hashCode());
        if (table.find(ID).isPresent()) key = Dice.mixed(key, table.refunds(ID).hashCode());
        for (InvoiceView invoice : seqr.invoices()) key = Dice.mixed(key, state(invoice));
        key = Dice.mixed(key, losers.hashCode());
        key = Dice.mixed(key, checks.state().hashCode());
        long all = 0;
        for (Actor actor : actors) all += actor.key();
        return Dice.mixed(key, all);
    }

    private static long state(InvoiceView invoice) {
        return Objects.hash(
                invoice.reference(),
                invoice.status(),
                invoice.version(),
                invoice.beingPaid(),
                invoice.acknowledged(),
                invoice.refunded());
    }

    /** An exception is what it says. */
    private static long hash(Object answer) {
        return answer instanceof Invocation.Failure failure
                ? failure.exception().toString().hashCode()
                : answer.hashCode();
    }

    /** Sweeps and brings what is in the queue until all is quiet; then what has to hold in the end is checked. */
    void end() {
        isPrelude = true;
        for (Reminder loser : losers)
            now(() -> {
                useCases.watch().reminded(loser);
                return "";
            });
        for (int minute = 0; minute < 35; minute++) {
            time.moveTo(time.now() + Time.MINUTE);
            if (minute == 1 && table.find(ID).isPresent()) now(() -> look());
            now(() -> useCases.sweep().run(running.instant().plusSeconds(30)));
        }
        checks.end();
        table.find(ID).filter(row -> row.due().isPresent()).ifPresent(row -> {
            throw new Violation("13", "still " + row.state());
        });
    }

    List<String> steps() {
        return steps.stream().map(Supplier::get).toList();
    }

    @Override
    public Object call(Invocation by, Call call) {
        if (call.kind() == deathAt) {
            call.arrive();
            throw Suspended.NOW;
        }
        if (isPrelude) return call.arrive();
        wait(by, call.kind().name(), call::arrive);
        throw Suspended.NOW;
    }

    @Override
    public Object pause(Invocation by, long length) {
        if (isPrelude) {
            time.moveTo(time.now() + length);
            return "";
        }
        actors.get((int) by.name() - 1).slept += length;
        return "";
    }

    private void wait(Invocation by, String what, Supplier<Object> next) {
        Actor actor = actors.get((int) by.name() - 1);
        actor.next = next;
        actor.nextName = what;
    }

    /**
     * Time stands still but for those who sleep, each of whom has a clock of its own: else no two orders would lead to the same
     * state. The sweep's is as far ahead as a clock may be, where that makes the difference.
     */
    @Override
    public Object clock(Invocation by) {
        boolean ahead = by.function() == Function.SWEEP && start == Start.PAID_HERE;
        long slept = isPrelude ? 0 : actors.get((int) by.name() - 1).slept;
        return Time.instant(time.now() + slept + (ahead ? 10 * Time.MINUTE : 0));
    }

    @Override
    public void runs(Invocation run) {
        running.now(run);
    }

    @Override
    public void ended(Invocation run, Object result, RuntimeException failure) {
        if (failure != null) expected(failure);
        if (result instanceof Payment shown) checks.shown(shown);
        if (result instanceof Optional<?> maybe) maybe.ifPresent(row -> checks.shown((Payment) row));
    }

    private static void expected(RuntimeException failure) {
        boolean expected = failure instanceof SeqrException
                || failure instanceof PayerRefused
                || failure instanceof CheckoutRefused
                || failure instanceof RefundRefused;
        if (!expected) throw Violation.broken(failure);
    }
}
