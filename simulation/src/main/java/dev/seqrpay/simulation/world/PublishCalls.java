package dev.seqrpay.simulation.world;

import dev.seqrpay.payment.Change;
import dev.seqrpay.simulation.check.Cart;
import dev.seqrpay.simulation.door.TellingDoors;
import dev.seqrpay.simulation.engine.Cloud;
import dev.seqrpay.simulation.engine.Dice;
import dev.seqrpay.simulation.engine.Function;
import dev.seqrpay.simulation.engine.Time;
import dev.seqrpay.simulation.engine.Weather;
import dev.seqrpay.simulation.port.RowTable;
import java.time.Instant;
import java.util.Optional;

/**
 * What calls the publisher: the table's stream, a moment after each change that leaves something in the outbox, again if the
 * function dies, and not at all now and then; and the schedule.
 */
final class PublishCalls {
    /** {@code template.yaml} says so. */
    private static final int MOST = 3;

    /** By a clock that is so much ahead. */
    private static final long AHEAD = 6 * Time.MINUTE;

    private static final double LOST = 0.05;
    private static final double TWICE = 0.1;

    private final Time time;
    private final Cloud cloud;
    private final Weather weather;
    private final RowTable table;
    private final TellingDoors doors;
    private int minutes;

    PublishCalls(Time time, Cloud cloud, Weather weather, RowTable table, TellingDoors doors) {
        this.time = time;
        this.cloud = cloud;
        this.weather = weather;
        this.table = table;
        this.doors = doors;
    }

    /** The change is in the stream. */
    void left(Change change) {
        String id = change.payment().id();
        int version = change.payment().version();
        int number = Cart.number(change.payment().invoice());
        Dice dice = Dice.of(number, version, 3);
        double faults = weather.isFaulty(time.now()) ? weather.strength().faults() : 0;
        if (dice.chance(LOST * faults)) return;
        time.after(dice.between(100, 400) * Time.MILLI, () -> publish(id, version, number, 1));
        if (dice.chance(TWICE * faults))
            time.after(dice.spread(100 * Time.MILLI, 10 * Time.SECOND), () -> publish(id, version, number, MOST + 1));
    }

    private void publish(String id, int version, int number, int attempt) {
        cloud.invoke(
                Function.PUBLISH,
                number,
                version * 10L + attempt,
                () -> doors.publish(id, version),
                (result, failure) -> {
                    if (failure != null && attempt < MOST) publish(id, version, number, attempt + 1);
                });
    }

    /**
     * Minutes in which nothing is due are left out, for a call would find nothing.
     *
     * @param busyUntil until then there may be something in any minute
     */
    void eachMinute(long busyUntil) {
        minutes++;
        Optional<Instant> due = table.toTell();
        if (due.isPresent() && Time.of(due.get()) < time.now() + AHEAD)
            cloud.invoke(Function.PUBLISH, -1, minutes, doors::makeUp, (result, failure) -> {});
        long next = time.now() + Time.MINUTE;
        if (next < busyUntil) time.at(next, () -> eachMinute(busyUntil));
        else due.ifPresent(when -> time.at(fullMinute(next, when), () -> eachMinute(busyUntil)));
    }

    private static long fullMinute(long earliest, Instant due) {
        long late = Math.max(0, Time.of(due) - earliest);
        return earliest + (late + Time.MINUTE - 1) / Time.MINUTE * Time.MINUTE;
    }
}
