package dev.seqrpay.simulation;

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
    /** Likewise; after that a message goes to the dead letters. */
    private static final int MOST = 225;

    private final World world;
    private int delivered;

    ReminderQueue(World world) {
        this.world = world;
    }

    @Override
    public void send(Reminder reminder, Duration delay) {
        world.time.after(delay.toNanos() / 1000, () -> deliver(reminder.text(), 1));
    }

    private void deliver(String text, int time) {
        if (time > MOST) return;
        boolean[] done = new boolean[1];
        world.invoke(
                Function.WATCH,
                -1,
                delivered++,
                () -> world.doors().remind(text),
                (result, failure) -> done[0] = failure == null);
        world.time.after(VISIBILITY, () -> {
            if (!done[0]) deliver(text, time + 1);
        });
    }
}
