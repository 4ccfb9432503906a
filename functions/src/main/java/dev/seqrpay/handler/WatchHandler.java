package dev.seqrpay.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.http.Log;
import dev.seqrpay.payment.Reminder;
import dev.seqrpay.payment.Watch;
import dev.seqrpay.payment.Workers;
import dev.seqrpay.wiring.Wiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Reminders that have come back, up to ten at once. A payment that SEQR is slow to answer for must not hold up those beside
 * it, whose twenty seconds are running too, so each is looked at on a thread of its own. Those that could not be dealt with
 * are named in the answer and come again after the queue's visibility time-out.
 */
public final class WatchHandler implements RequestStreamHandler {
    private final Watch watch;
    private final Workers workers;
    private final Log log;

    public WatchHandler() {
        this(Wiring.fromEnvironment());
    }

    public WatchHandler(Wiring wiring) {
        this(wiring.watch(), wiring.workers(), wiring.log());
    }

    WatchHandler(Watch watch, Workers workers, Log log) {
        this.watch = watch;
        this.workers = workers;
        this.log = log;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        List<List<SqsMessage>> failures = workers.each(SqsMessage.read(in), this::failures);
        out.write(SqsMessage.failures(failures.stream().flatMap(List::stream).toList()));
    }

    private List<SqsMessage> failures(SqsMessage message) {
        try {
            return isDone(Reminder.read(message.body())) ? List.of() : List.of(message);
        } catch (IllegalArgumentException e) {
            log.error(null, e);
            return List.of(message);
        }
    }

    private boolean isDone(Reminder reminder) {
        try {
            watch.handle(reminder);
            return true;
        } catch (RuntimeException e) {
            log.error(reminder.paymentId(), e);
            return false;
        }
    }
}
