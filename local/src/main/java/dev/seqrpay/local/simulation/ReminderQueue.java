package dev.seqrpay.local.simulation;

import dev.seqrpay.payment.Reminder;
import dev.seqrpay.payment.Reminders;
import java.time.Duration;

/**
 * The queue of reminders: a message comes after its delay, and again after the queue's visibility time-out when the function
 * that had it has failed or died.
 */
final class ReminderQueue implements Reminders {
    /** {@code template.yaml} says so. */
    private static final long VISIBILITY = 16 * Time.SECOND;

    private final World world;
    private int delivered;

    ReminderQueue(World world) {
        this.world = world;
    }

    @Override
    public void send(Reminder reminder, Duration delay) {
        world.time.after(delay.toNanos() / 1000, () -> deliver(reminder));
    }

    private void deliver(Reminder reminder) {
        boolean[] done = new boolean[1];
        world.invoke(
                Function.WATCH,
                -1,
                delivered++,
                () -> remind(reminder),
                (result, failure) -> done[0] = failure == null);
        world.time.after(VISIBILITY, () -> {
            if (!done[0]) deliver(reminder);
        });
    }

    private Object remind(Reminder reminder) {
        world.useCases.watch().reminded(reminder);
        return "";
    }
}
