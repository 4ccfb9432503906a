package dev.seqrpay.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.http.Authorization;
import dev.seqrpay.http.Http;
import dev.seqrpay.http.PaymentJson;
import dev.seqrpay.http.Request;
import dev.seqrpay.http.Response;
import dev.seqrpay.http.Viewing;
import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.Claim;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.StatusLookup;
import dev.seqrpay.wiring.Wiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;

/**
 * {@code GET /pay/{id}/{token}/status}: how the payment stands, for a view that polls. It is answered from the table; once in
 * {@link Claim#LEASE} it asks SEQR, so that a payment whose notification got lost is captured while a browser looks at it.
 */
public final class PaymentStatusHandler implements RequestStreamHandler {
    private final Http http;
    private final Authorization authorization;
    private final StatusLookup statusLookup;
    private final InstantSource clock;

    public PaymentStatusHandler() {
        this(Wiring.fromEnvironment());
    }

    public PaymentStatusHandler(Wiring wiring) {
        this.http = wiring.http();
        this.authorization = wiring.authorization();
        this.statusLookup = wiring.statusLookup();
        this.clock = wiring.clock();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        http.serve(in, out, this::answer);
    }

    private Response answer(Request request) {
        Payment payment = Viewing.open(statusLookup.look(authorization.viewed(request), Cause.POLL), clock);
        return Response.json(200, PaymentJson.status(payment, clock.instant()));
    }
}
