package dev.seqrpay.simulation.engine;

import static dev.seqrpay.simulation.engine.Violation.unless;

import dev.seqrpay.payment.SeqrException;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What runs the functions on virtual time: each call takes as long, and ends as, its fate has it. */
public final class Cloud implements Invocation.Outside {
    private static final long GATEWAY = 30 * Time.SECOND;
    private static final RuntimeException GONE = new Unanswered("the gateway gave up waiting");

    private static final RuntimeException FULL = new Unanswered("throttled");

    private final Running running = new Running();
    private final Time time;
    private final Weather weather;
    private final Faults faults;
    private final Trace trace;
    private final Consumer<RuntimeException> failures;
    private long soapCalls;
    private long fingerprint;

    /** @param failures told of the exceptions that functions end with, for not all of them may be */
    public Cloud(Time time, Weather weather, Faults faults, Trace trace, Consumer<RuntimeException> failures) {
        this.time = time;
        this.weather = weather;
        this.faults = faults;
        this.trace = trace;
        this.failures = failures;
    }

    public Running running() {
        return running;
    }

    public long soapCalls() {
        return soapCalls;
    }

    /** The same for each repetition of a plan. */
    public long fingerprint() {
        return fingerprint;
    }

    /** @param number of the run, different from all others that the same payment has of this function */
    public void invoke(Function function, long payment, long number, Supplier<?> code, Invocation.End end) {
        long name = Dice.mixed(payment, function.ordinal() * 1_000_000L + number);
        if (weather.lasting.isFull(function, time.now())) {
            trace.say(time, () -> function + " is not begun: there is no capacity");
            time.after(10 * Time.MILLI, () -> end.came(null, FULL));
            return;
        }
        trace.say(time, () -> function + " " + number + " of payment " + payment);
        new Invocation(this, function, name, time.now(), code, end).run();
    }

    @Override
    public Object call(Invocation by, Call call) {
        long now = time.now();
        paid(by, call.kind());
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

    private static void paid(Invocation by, Call.Kind next) {
        unless(
                by.owed() == null,
                "20",
                () -> by.function() + " should do " + by.owed() + " next, for SEQR refused its account, and does "
                        + (next == null ? "nothing" : next));
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
            by.resume(instead != null ? new Call.Failure(instead) : answer[0]);
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

    @Override
    public Instant clock(Invocation by) {
        return weather.clock(by.function(), time.now());
    }

    @Override
    public void runs(Invocation run) {
        running.now(run);
    }

    @Override
    public void ended(Invocation run, Object result, RuntimeException failure) {
        paid(run, null);
        trace.say(time, () -> "  " + run.function() + " ends with " + Trace.brief(failure == null ? result : failure));
        if (failure != null) failures.accept(failure);
        run.end().came(result, failure);
    }
}
