package dev.seqrpay.simulation.interleaving;

import dev.seqrpay.payment.Reminder;
import dev.seqrpay.payment.SeqrException;
import dev.seqrpay.simulation.engine.Call;
import dev.seqrpay.simulation.engine.Dice;
import dev.seqrpay.simulation.engine.Function;
import dev.seqrpay.simulation.engine.Invocation;
import dev.seqrpay.simulation.engine.Suspended;
import dev.seqrpay.simulation.engine.Time;
import dev.seqrpay.simulation.engine.Trace;
import dev.seqrpay.simulator.core.Switches;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * One payment in some state, and a few functions at work on it at once, whose steps the search chooses one by one.
 *
 * <p>What no other function can notice is no choice: a pause happens at once, a message goes to the queue before anybody else
 * takes a step, and a function dies right behind its last step or not at all, for all the others would do in between they do
 * after it just as well.
 */
final class Scene implements Invocation.Outside {
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
        REFUND_ABANDONED,
        /** Likewise; and at that time another one did not come to SEQR, and is tried again. */
        REFUND_NOT_DONE
    }

    private final Stage stage;
    private final Start start;
    private final List<Actor> actors = new ArrayList<>();
    private final List<Supplier<String>> steps = new ArrayList<>();
    private boolean isPrelude = true;
    private int deaths;
    /** Whose step was the last one. */
    private Actor latest;
    /** Where one dies in the prelude. */
    private Call.Kind deathAt;
    /** Nothing comes to SEQR. */
    private boolean isUnreachable;

    Scene(Start start, Switches.AcknowledgedBy acknowledgedBy, List<Handler> handlers) {
        this.start = start;
        stage = new Stage(acknowledgedBy);
        prelude();
        isPrelude = false;
        if (handlers.contains(Handler.CANCEL)) stage.wish();
        if (handlers.contains(Handler.REPLACE)) stage.wishForAnother(handlers.size());
        for (Handler handler : handlers) begin(handler.name(), function(handler), work(handler));
        if (start == Start.OPEN || start == Start.OPEN_AND_EXPIRED)
            begin("PAYER", Function.PAGE, () -> stage.running.call(Call.Kind.READ, stage::confirm));
    }

    private void prelude() {
        if (start == Start.CREATED) {
            dies(stage::checkout, Call.Kind.SEND_INVOICE);
            stage.time.moveTo(stage.time.now() + Time.MINUTE);
            return;
        }
        now(stage::checkout);
        now(stage::look);
        if (start == Start.OPEN_AND_EXPIRED || start == Start.PAID_THERE_AND_EXPIRED)
            stage.time.moveTo(stage.time.now() + Stage.LIFE.toNanos() / 1000);
        stage.scan();
        if (start == Start.OPEN || start == Start.OPEN_AND_EXPIRED) return;
        stage.confirm();
        if (start == Start.PAID_THERE || start == Start.PAID_THERE_AND_EXPIRED) return;
        stage.time.moveTo(stage.time.now() + 6 * Time.SECOND);
        now(stage::look);
        if (start != Start.REFUND_ABANDONED && start != Start.REFUND_NOT_DONE) return;
        dies(() -> stage.refund("0"), Call.Kind.REFUND_PAYMENT);
        if (start == Start.REFUND_NOT_DONE) isNotSent(stage::refundRest);
        stage.time.moveTo(stage.time.now() + 20 * Time.MINUTE);
    }

    private Supplier<?> work(Handler handler) {
        boolean triesAgain = start == Start.REFUND_NOT_DONE && handler == Handler.REFUND;
        return triesAgain ? stage::refundRest : () -> stage.work(handler);
    }

    private void begin(String name, Function function, Supplier<?> code) {
        Actor actor = new Actor(name, !name.equals("PAYER"));
        actors.add(actor);
        actor.run = new Invocation(this, function, actors.size(), stage.time.now(), code, (result, failure) -> {});
        actor.run.run();
    }

    /** Runs to its end at once. */
    private void now(Supplier<?> code) {
        new Invocation(this, Function.PAGE, 0, stage.time.now(), code, (result, failure) -> {}).run();
    }

    /** Runs until a call of that kind has had its effect, and does not hear of it. */
    private void dies(Supplier<?> code, Call.Kind last) {
        deathAt = last;
        now(code);
        deathAt = null;
    }

    /** Runs to its end, and SEQR cannot be reached. */
    private void isNotSent(Supplier<?> code) {
        isUnreachable = true;
        now(code);
        isUnreachable = false;
    }

    private static Function function(Handler handler) {
        return switch (handler) {
            case POLL -> Function.STATUS;
            case REPLACE -> Function.CHECKOUT;
            default -> Function.valueOf(handler.name());
        };
    }

    /** From 0: the actors that can take a step; from the number of actors on: those that can die instead. */
    List<Integer> choices(int mayDie) {
        List<Integer> choices = new ArrayList<>();
        for (int i = 0; i < actors.size(); i++) if (actors.get(i).waits() && !isTwin(i)) choices.add(i);
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
                .anyMatch(other -> other.waits() && other.key() == actors.get(i).key());
    }

    private boolean mayDie(int i) {
        Actor actor = actors.get(i);
        return actor.waits() && actor.isMortal && (latest == null || latest == actor);
    }

    void take(int choice) {
        Actor actor = actors.get(choice % actors.size());
        if (choice >= actors.size()) {
            deaths++;
            actor.dies();
            steps.add(() -> actor.name + " dies");
            return;
        }
        latest = actor;
        Object answer = actor.step();
        String step = actor.name + " " + actor.nextName + " → ";
        steps.add(() -> step + Trace.brief(answer));
        actor.run.resume(answer);
    }

    /** All that what is still to come depends on, in 64 bits. */
    long key() {
        long all = 0;
        for (Actor actor : actors) all += actor.key();
        return Dice.mixed(Dice.mixed(stage.key(), deaths), all);
    }

    /** Sweeps and brings what is in the queue until all is quiet; then what has to hold in the end is checked. */
    void end() {
        isPrelude = true;
        for (Reminder loser : stage.losers()) now(() -> stage.reminded(loser));
        for (int minute = 0; minute < 35; minute++) {
            stage.time.moveTo(stage.time.now() + Time.MINUTE);
            if (minute == 1 && stage.exists()) now(stage::look);
            now(stage::sweep);
        }
        stage.end();
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
        if (isUnreachable && call.kind().toSeqr())
            return new Call.Failure(SeqrException.notSent(call.kind().name(), "refused", null));
        if (isPrelude) return call.arrive();
        of(by).waits(call.kind().name(), call::arrive);
        throw Suspended.NOW;
    }

    @Override
    public Object pause(Invocation by, long length) {
        if (isPrelude) {
            stage.time.moveTo(stage.time.now() + length);
            return "";
        }
        of(by).slept += length;
        return "";
    }

    private Actor of(Invocation run) {
        return actors.get((int) run.name() - 1);
    }

    /**
     * Time stands still but for those who sleep, each of whom has a clock of its own: else no two orders would lead to the same
     * state. The sweep's is as far ahead as a clock may be, where that makes the difference.
     */
    @Override
    public Object clock(Invocation by) {
        boolean ahead = by.function() == Function.SWEEP && start == Start.PAID_HERE;
        long slept = isPrelude ? 0 : of(by).slept;
        return Time.instant(stage.time.now() + slept + (ahead ? 10 * Time.MINUTE : 0));
    }

    @Override
    public void runs(Invocation run) {
        stage.running.now(run);
    }

    @Override
    public void ended(Invocation run, Object result, RuntimeException failure) {
        stage.ended(result, failure);
    }
}
