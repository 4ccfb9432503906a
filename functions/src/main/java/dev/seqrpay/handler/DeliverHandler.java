package dev.seqrpay.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.event.DeliveryName;
import dev.seqrpay.http.Log;
import dev.seqrpay.payment.Workers;
import dev.seqrpay.webhook.Delivering;
import dev.seqrpay.wiring.Wiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Delivers events to shops' endpoints, up to ten at once, each on a thread of its own. No message comes again: what the table
 * says of a delivery decides when it is tried next, and the schedule finds what has got lost.
 */
public final class DeliverHandler implements RequestStreamHandler {
    private final Delivering delivering;
    private final Workers workers;
    private final Log log;

    public DeliverHandler() {
        this(Wiring.fromEnvironment());
    }

    public DeliverHandler(Wiring wiring) {
        this.delivering = wiring.delivering();
        this.workers = wiring.workers();
        this.log = wiring.log();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        workers.each(SqsMessage.read(in), this::isDone);
        out.write(SqsMessage.failures(List.of()));
    }

    private boolean isDone(SqsMessage message) {
        try {
            delivering.deliver(DeliveryName.read(message.body())
                    .orElseThrow(() -> new IllegalArgumentException("The message names no delivery")));
            return true;
        } catch (RuntimeException e) {
            log.error(null, e);
            return false;
        }
    }
}
