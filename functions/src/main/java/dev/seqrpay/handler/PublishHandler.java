package dev.seqrpay.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.event.Publisher;
import dev.seqrpay.http.Log;
import dev.seqrpay.http.Request;
import dev.seqrpay.payment.Workers;
import dev.seqrpay.webhook.LateDeliveries;
import dev.seqrpay.wiring.Wiring;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Publishes what payments have left in the outbox: at once when the table's stream tells of it, and every minute what was missed,
 * together with deliveries whose message has not come. It never fails a batch of the stream, because the next minute makes
 * up for it, while a failed batch holds up all that is behind it.
 */
public final class PublishHandler implements RequestStreamHandler {
    /** For the event that is being published when time is up. */
    private static final Duration LAST_EVENT = Duration.ofSeconds(10);

    private final Publisher publisher;
    private final LateDeliveries lateDeliveries;
    private final Workers workers;
    private final InstantSource clock;
    private final Log log;

    public PublishHandler() {
        this(Wiring.fromEnvironment());
    }

    public PublishHandler(Wiring wiring) {
        this.publisher = wiring.publisher();
        this.lateDeliveries = wiring.lateDeliveries();
        this.workers = wiring.workers();
        this.clock = wiring.clock();
        this.log = wiring.log();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        byte[] event = in.readAllBytes();
        if (Request.read(new ByteArrayInputStream(event)).isTouch()) return;
        if (TableChange.isIn(event))
            workers.each(TableChange.read(event), change -> publisher.publish(change.paymentId()));
        else makeUp(context);
    }

    private void makeUp(Context context) {
        int published = publisher.publishOverdue(
                clock.instant().plusMillis(context.getRemainingTimeInMillis()).minus(LAST_EVENT));
        log.overdue(published, lateDeliveries.queue());
    }
}
