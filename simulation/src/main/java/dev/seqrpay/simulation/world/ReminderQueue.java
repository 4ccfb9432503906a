package dev.seqrpay.simulation.world;

import dev.seqrpay.payment.Reminder;
import dev.seqrpay.payment.Reminders;
import dev.seqrpay.simulation.engine.Cloud;
import dev.seqrpay.simulation.engine.Function;
import dev.seqrpay.simulation.engine.Time;
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

    private final Time time;
    private final Cloud cloud;
    private final java.util.function.Function<String, Object> watch;
    private int delivered;

    /** @param watch the function that is called with the text of a reminder */
    ReminderQueue(Time time, Cloud cloud, java.util.function.Function<String, Object> watch) {
        this.time = time;
        this.cloud = cloud;
        this.watch = watch;
    }

    @Override
    public void send(Reminder reminder, Duration delay) {
        if (reminder instanceof Reminder.HandOverReceipt) return;
        time.after(delay.toNanos() / 1000, () -> deliver(reminder.text(), 1));
    }

    private void deliver(String text, int attempt) {
        if (attempt > MOST) return;
        boolean[] done = new boolean[1];
        cloud.invoke(
                Function.WATCH,
                -1,
                delivered++,
                () -> watch.apply(text),
                (result, failure) -> done[0] = failure == null);
        time.after(VISIBILITY, () -> {
            if (!done[0]) deliver(text, attempt + 1);
        });
    }
}
