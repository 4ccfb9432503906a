package dev.seqrpay.simulation.interleaving;

import dev.seqrpay.simulation.engine.Call;
import dev.seqrpay.simulation.engine.Dice;
import dev.seqrpay.simulation.engine.Invocation;
import java.util.function.Supplier;

/** One of those whose next step can be chosen. */
final class Actor {
    final String name;
    Invocation run;
    private Supplier<Object> next;
    String nextName;
    final boolean isMortal;
    /** A hash of all that it has been answered. */
    private long told = 1;

    long slept;

    Actor(String name, boolean isMortal) {
        this.name = name;
        this.isMortal = isMortal;
    }

    void waits(String what, Supplier<Object> step) {
        next = step;
        nextName = what;
    }

    boolean waits() {
        return next != null;
    }

    /** It dies instead. */
    void dies() {
        next = null;
    }

    /** @return the answer that it goes on with */
    Object step() {
        Supplier<Object> step = next;
        next = null;
        Object answer = step.get();
        told = Dice.mixed(told, hash(answer));
        return answer;
    }

    boolean isUnnoticed() {
        return next != null && nextName.equals(Call.Kind.REMIND.name());
    }

    /** Two that do the same work may change places, and who has ended does nothing more. */
    long key() {
        return next == null ? 0 : Dice.mixed(name.hashCode(), told);
    }

    /** An exception is what it says. */
    private static long hash(Object answer) {
        return answer instanceof Call.Failure failure
                ? failure.exception().toString().hashCode()
                : answer.hashCode();
    }
}
