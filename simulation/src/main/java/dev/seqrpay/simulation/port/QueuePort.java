package dev.seqrpay.simulation.port;

import dev.seqrpay.payment.Reminder;
import dev.seqrpay.payment.Reminder.CloseOrphan;
import dev.seqrpay.payment.Reminder.KeepWatching;
import dev.seqrpay.payment.Reminders;
import dev.seqrpay.simulation.check.Checks;
import dev.seqrpay.simulation.engine.Call;
import dev.seqrpay.simulation.engine.Function;
import dev.seqrpay.simulation.engine.Invocation;
import dev.seqrpay.simulation.engine.Running;
import dev.seqrpay.simulation.engine.Unanswered;
import java.time.Duration;

/** The queue as the use cases see it: the engine holds up each call. */
public final class QueuePort implements Reminders {
    private final Running running;
    private final Reminders queue;
    private final Checks checks;

    public QueuePort(Running running, Reminders queue, Checks checks) {
        this.running = running;
        this.queue = queue;
        this.checks = checks;
    }

    @Override
    public void send(Reminder reminder, Duration delay) {
        if (reminder instanceof CloseOrphan orphan) checks.writesDown(orphan.reference());
        try {
            running.call(Call.Kind.REMIND, () -> sent(reminder, delay));
        } catch (Unanswered noAnswer) {
            Invocation run = running.invocation();
            // without the watch no invoice is sent
            boolean begins = run.function() == Function.CHECKOUT && reminder instanceof KeepWatching;
            if (begins) checks.nothingCameOf(reminder.paymentId(), run.name());
            throw noAnswer;
        }
    }

    private Object sent(Reminder reminder, Duration delay) {
        queue.send(reminder, delay);
        if (reminder instanceof CloseOrphan orphan) checks.writtenDown(orphan.reference());
        return "";
    }
}
