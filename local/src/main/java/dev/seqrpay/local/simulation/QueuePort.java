package dev.seqrpay.local.simulation;

import dev.seqrpay.payment.Reminder;
import dev.seqrpay.payment.Reminders;
import java.time.Duration;

/** The queue as the use cases see it: each call is held up by whoever runs the functions. */
final class QueuePort implements Reminders {
    private final Running running;
    private final Reminders queue;
    private final Checks checks;

    QueuePort(Running running, Reminders queue, Checks checks) {
        this.running = running;
        this.queue = queue;
        this.checks = checks;
    }

    @Override
    public void send(Reminder reminder, Duration delay) {
        if (reminder.reference() != null) checks.writesDown(reminder.reference());
        running.call(Call.Kind.REMIND, () -> {
            queue.send(reminder, delay);
            if (reminder.reference() != null) checks.writtenDown(reminder.reference());
            return "";
        });
    }
}
