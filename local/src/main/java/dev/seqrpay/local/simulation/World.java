package dev.seqrpay.local.simulation;

import dev.seqrpay.local.simulator.core.Notification;
import dev.seqrpay.local.simulator.core.Seqr;
import dev.seqrpay.payment.CheckoutRefused;
import dev.seqrpay.payment.InMemoryPayments;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.RefundRefused;
import dev.seqrpay.payment.SeqrException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** One seed: a SEQR, a table, the functions, and the people around them, on virtual time. */
final class World implements Invocation.Outside {
    private static final long GATEWAY = 30 * Time.SECOND;
    private static final RuntimeException GONE = new Unanswered("the gateway gave up waiting");

    final Time time = new Time();
    final Weather weather;
    final Checks checks;
    final UseCases useCases;
    final Seqr seqr;
    final InMemoryPayments table = new InMemoryPayments();
    final Trace trace;
    /** The table as the functions see it. */
    final TablePort port;

    private final ReminderQueue reminders = new ReminderQueue(this);
    private final Running running = new Running();
    private final Faults faults;
    private final List<Customer> customers = new ArrayList<>();
    private final Plan plan;
    private long soapCalls;
    private long fingerprint;

    World(Plan plan, Trace trace) {
        this.plan = plan;
        this.trace = trace;
        weather = new Weather(plan.seed(), plan.strength());
        faults = new Faults(plan.seed(), weather, plan.leftOut());
        seqr = new Seqr(time, new Random(plan.seed()), weather.switches(), this::paid);
        SeqrPort.register(seqr);
        checks = new Checks(seqr, table, time);
        port = new TablePort(running, table, checks, this::indexLags);
        SeqrPort seqrPort = new SeqrPort(running, seqr, checks, new Liar() {
            @Override
            public Lie about(String paymentId) {
                return customer(paymentId).lie();
            }

            @Override
            public String anotherErsReference(String paymentId) {
                return checks.anotherErsReference(paymentId);
            }
        });
        useCases = UseCases.around(
                port,
                seqrPort,
                new QueuePort(running, reminders, checks),
                running,
                Duration.ofNanos(weather.life * 1000),
                (id, failure) -> expected(failure));
        for (int number = 0; number < plan.payments(); number++)
            customers.add(new Customer(this, PaymentPlan.draw(plan.seed(), number, weather)));
    }

    Faults faults() {
        return faults;
    }

    List<Customer> customers() {
        return customers;
    }

    long soapCalls() {
        return soapCalls;
    }

    /** The same for each repetition of a plan. */
    long fingerprint() {
        return fingerprint;
    }

    void run() {
        for (Customer customer : customers) if (plan.has(customer.number())) customer.begin();
        new Sweeper(this).begin();
        time.runUntil(end());
        checks.end();
        Liveness liveness = new Liveness(this);
        for (Customer customer : customers) {
            if (!plan.has(customer.number())) continue;
            liveness.check(customer);
            Tracked tracked = checks.payments().get(customer.id());
            if (tracked != null) QuestionChecks.check(customer, tracked, !weather.isSkewed());
        }
    }

    /** All that can be late is over: wrong clocks, the sweep's patience, and the last calls. */
    long end() {
        return Math.max(Weather.ARRIVALS + weather.life, weather.faultsUntil) + 25 * Time.MINUTE;
    }

    private Customer customer(String paymentId) {
        return customers.get(Integer.parseInt(paymentId.substring("pay_".length())));
    }

    private void paid(Notification notification) {
        customer(UseCases.notified(notification.url())).paid();
    }

    private boolean indexLags() {
        return faults.chance(running.invocation(), 0.2, time.now());
    }

    /** @param name of the run, different from all others that the same payment has of this function */
    void invoke(Function function, long payment, long number, Supplier<?> code, Invocation.End end) {
        long name = Dice.mixed(payment, function.ordinal() * 1_000_000L + number);
        trace.say(time, () -> function + " " + number + " of payment " + payment);
        new Invocation(this, function, name, time.now(), code, end).run();
    }

    @Override
    public Object call(Invocation by, Call call) {
        long now = time.now();
        fingerprint = Dice.mixed(fingerprint, now * 31 + call.kind().ordinal());
        Fate fate = faults.fate(by, call.kind(), now);
        if (call.kind().toSeqr()) soapCalls++;
        if (fate.dies() == Fate.Death.BEFORE) throw died(by);
        long sent = now + fate.hold();
        long arrival = sent + fate.there();
        long patience = sent + call.kind().patience();
        boolean late = arrival + fate.back() > patience;
        long answered = late ? patience : arrival + fate.back();
        boolean lives = fate.dies() == Fate.Death.NO
                && answered <= by.begun() + by.function().limit();
        if (lives && fate.instead() == null && !late && time.isFreeUntil(answered)) {
            time.moveTo(arrival);
            Object answer = said(call, call.arrive());
            time.moveTo(answered);
            return answer;
        }
        return later(by, call, fate, sent, arrival, answered, late, lives);
    }

    private Object later(
            Invocation by, Call call, Fate fate, long sent, long arrival, long answered, boolean late, boolean lives) {
        Object[] answer = new Object[1];
        boolean isSent = sent <= by.begun() + by.function().limit();
        if (fate.arrives() && isSent) time.at(arrival, () -> answer[0] = said(call, call.arrive()));
        if (!lives) throw died(by);
        time.at(answered, () -> {
            RuntimeException instead = late ? unanswered(call) : fate.instead();
            if (instead != null) said(call, instead);
            by.resume(instead != null ? new Invocation.Failure(instead) : answer[0]);
        });
        throw Suspended.NOW;
    }

    private static RuntimeException unanswered(Call call) {
        return call.kind().toSeqr()
                ? SeqrException.unknown(call.kind().name(), "no answer in time", null)
                : new Unanswered("no answer in time");
    }

    private Object said(Call call, Object answer) {
        trace.say(time, () -> "    " + call.kind() + " → " + Trace.brief(answer));
        return answer;
    }

    private Suspended died(Invocation by) {
        trace.say(time, () -> "    " + by.function() + " comes to its end here");
        time.at(by.begun() + GATEWAY, () -> by.end().came(null, GONE));
        return Suspended.NOW;
    }

    @Override
    public Object pause(Invocation by, long length) {
        long until = time.now() + length;
        if (until > by.begun() + by.function().limit()) throw died(by);
        if (time.isFreeUntil(until)) {
            time.moveTo(until);
            return "";
        }
        time.at(until, () -> by.resume(""));
        throw Suspended.NOW;
    }

    /** Functions know milliseconds, and their clock may be wrong. */
    @Override
    public Instant clock(Invocation by) {
        long now = time.now() + weather.skew(by.function(), time.now());
        return Time.instant(now - Math.floorMod(now, Time.MILLI));
    }

    @Override
    public void runs(Invocation run) {
        running.now(run);
    }

    @Override
    public void ended(Invocation run, Object result, RuntimeException failure) {
        trace.say(time, () -> "  " + run.function() + " ends with " + Trace.brief(failure == null ? result : failure));
        if (failure != null) expected(failure);
        run.end().came(result, failure);
    }

    private static void expected(RuntimeException failure) {
        boolean expected = failure instanceof SeqrException
                || failure instanceof Unanswered
                || failure instanceof CheckoutRefused
                || failure instanceof RefundRefused;
        if (!expected) throw Violation.broken(failure);
    }

    /** The time as the function that runs knows it. */
    Instant clockNow() {
        return running.instant();
    }

    Payment row(String paymentId) {
        return table.find(paymentId).orElse(null);
    }
}
