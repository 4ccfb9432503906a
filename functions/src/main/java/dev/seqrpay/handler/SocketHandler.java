package dev.seqrpay.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.http.Authorization;
import dev.seqrpay.http.Http;
import dev.seqrpay.http.Json;
import dev.seqrpay.http.PaymentJson;
import dev.seqrpay.http.Problem;
import dev.seqrpay.http.Request;
import dev.seqrpay.http.Response;
import dev.seqrpay.http.Viewing;
import dev.seqrpay.live.Connections;
import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.StatusLookup;
import dev.seqrpay.wiring.Wiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The browser's side of a socket. {@code $connect} remembers it with its payment; {@link DispatchHandler} sends to it. A message
 * is the browser's sign of life, and a status poll in all but name: it is answered with the status, and captures a payment
 * whose notification got lost.
 */
public final class SocketHandler implements RequestStreamHandler {
    /** API Gateway's own limit for a connection. */
    private static final Duration LONGEST_CONNECTION = Duration.ofHours(2);
    /** A view id, and white space around it. */
    private static final int LONGEST_MESSAGE = 256;

    private final Http http;
    private final Authorization authorization;
    private final Connections connections;
    private final StatusLookup statusLookup;
    private final InstantSource clock;

    public SocketHandler() {
        this(Wiring.fromEnvironment());
    }

    public SocketHandler(Wiring wiring) {
        this.http = wiring.http();
        this.authorization = wiring.authorization();
        this.connections = wiring.connections();
        this.statusLookup = wiring.statusLookup();
        this.clock = wiring.clock();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        SocketCall call = SocketCall.read(in);
        if (call.request().isTouch()) return;
        boolean opens = call.request().route().equals(SocketCall.CONNECT);
        Response response =
                http.respond(call.request(), request -> opens ? opened(request, call.connectionId()) : status(request));
        out.write(Json.write(response.message()).getBytes(StandardCharsets.UTF_8));
    }

    private Response opened(Request request, String connectionId) {
        String paymentId = authorization.viewed(request);
        Instant now = clock.instant();
        if (connections.of(paymentId, now).size() >= Connections.MOST)
            throw new Problem(429, "Too many sockets", "The payment has as many sockets as it can have. Ask by HTTP.");
        connections.opened(paymentId, connectionId, now.plus(LONGEST_CONNECTION));
        return Response.empty(200);
    }

    private Response status(Request request) {
        if (request.body().length > LONGEST_MESSAGE)
            throw new Problem(413, "Too large", "A message is a view id and nothing else.");
        Payment payment = Viewing.open(statusLookup.look(authorization.viewed(request), Cause.POLL), clock);
        return Response.json(200, PaymentJson.status(payment, clock.instant()));
    }
}
