package dev.seqrpay.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.http.Json;
import dev.seqrpay.http.Log;
import dev.seqrpay.http.PaymentJson;
import dev.seqrpay.http.Viewing;
import dev.seqrpay.live.Broadcast;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.Workers;
import dev.seqrpay.wiring.Wiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;

/**
 * Tells the browsers that look at a payment of its change in the table. It never fails, because a failed batch comes again and
 * holds up all that is behind it, while a browser that hears nothing asks by itself.
 */
public final class DispatchHandler implements RequestStreamHandler {
    private final PaymentStore store;
    private final Broadcast broadcast;
    private final Workers workers;
    private final InstantSource clock;
    private final Log log;

    public DispatchHandler() {
        this(Wiring.fromEnvironment());
    }

    public DispatchHandler(Wiring wiring) {
        this.store = wiring.payments();
        this.broadcast = wiring.broadcast();
        this.workers = wiring.workers();
        this.clock = wiring.clock();
        this.log = wiring.log();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        workers.each(TableChange.read(in.readAllBytes()), this::dispatched);
    }

    private boolean dispatched(TableChange change) {
        try {
            store.find(change.paymentId())
                    .filter(payment -> Viewing.isOpen(payment, clock.instant()))
                    .ifPresent(payment -> tell(payment, change));
            return true;
        } catch (RuntimeException e) {
            log.error(change.paymentId(), e);
            return false;
        }
    }

    private void tell(Payment payment, TableChange change) {
        String status = Json.write(PaymentJson.status(payment, clock.instant()));
        int told = change.isOfPayment() ? broadcast.tell(payment.id(), status) : 0;
        int greeted = broadcast.greet(change.openedConnections(), status);
        if (greeted + told > 0) log.push(payment, greeted, told);
    }
}
