package dev.seqrpay.simulation.world;

import dev.seqrpay.simulation.engine.Dice;
import dev.seqrpay.simulation.engine.Function;
import dev.seqrpay.simulation.engine.Time;

/** The schedule: a sweep each minute, now and then two at once, for a schedule delivers at least once. */
final class Sweeper {
    private static final long EACH = Time.MINUTE;

    private final Surroundings around;
    private final long end;
    private int number;

    Sweeper(Surroundings around, long end) {
        this.around = around;
        this.end = end;
    }

    void begin() {
        around.time().at(EACH / 2, this::next);
    }

    private void next() {
        Dice dice = Dice.of(number, 2);
        boolean twice = around.weather().strength().faults() > 0 && dice.chance(0.2);
        if (twice) around.time().after(dice.spread(Time.MILLI, Time.SECOND), this::sweep);
        sweep();
        if (around.time().now() < end) around.time().after(EACH, this::next);
    }

    private void sweep() {
        around.invoke(Function.SWEEP, -1, number++, () -> around.doors().sweep(), (result, failure) -> {});
    }
}
