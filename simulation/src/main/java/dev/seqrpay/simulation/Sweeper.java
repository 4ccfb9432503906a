package dev.seqrpay.simulation;

/** The schedule: a sweep each minute, now and then two at once, for a schedule delivers at least once. */
final class Sweeper {
    private static final long EACH = Time.MINUTE;

    private final World world;
    private int number;

    Sweeper(World world) {
        this.world = world;
    }

    void begin() {
        world.time.at(EACH / 2, this::next);
    }

    private void next() {
        Dice dice = Dice.of(number, 2);
        boolean twice = world.weather.strength.faults() > 0 && dice.chance(0.2);
        if (twice) world.time.after(dice.spread(Time.MILLI, Time.SECOND), this::sweep);
        sweep();
        if (world.time.now() < world.end()) world.time.after(EACH, this::next);
    }

    private void sweep() {
        world.invoke(Function.SWEEP, -1, number++, () -> world.doors().sweep(), (result, failure) -> {});
    }
}
