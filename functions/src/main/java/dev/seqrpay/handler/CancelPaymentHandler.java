package dev.seqrpay.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.http.Authorization;
import dev.seqrpay.http.Endpoints;
import dev.seqrpay.http.Http;
import dev.seqrpay.http.PaymentJson;
import dev.seqrpay.http.Problem;
import dev.seqrpay.http.Request;
import dev.seqrpay.http.Response;
import dev.seqrpay.http.Viewing;
import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.payment.Cancellation;
import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Reason;
import dev.seqrpay.payment.SeqrException;
import dev.seqrpay.web.Texts;
import dev.seqrpay.wiring.Wiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.InstantSource;

/**
 * {@code POST /payments/{id}/cancel}: 200 when it is cancelled, 202 while SEQR cannot say yet (the sweep goes on), 409 when it
 * has ended otherwise, for example because the payer was faster. {@code POST /pay/{id}/{token}/cancel} does the same for the
 * shopper, whose view wants to know how the payment stands and not whether that is what was asked for.
 */
public final class CancelPaymentHandler implements RequestStreamHandler {
    private final Endpoints endpoints;
    private final Http http;
    private final Authorization authorization;
    private final Cancellation cancellation;
    private final InstantSource clock;

    public CancelPaymentHandler() {
        this(Wiring.fromEnvironment());
    }

    public CancelPaymentHandler(Wiring wiring) {
        this.endpoints = wiring.endpoints();
        this.http = wiring.http();
        this.authorization = wiring.authorization();
        this.cancellation = wiring.cancellation();
        this.clock = wiring.clock();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        http.serve(in, out, this::answer);
    }

    private Response answer(Request request) {
        return request.route().equals("POST /pay/{id}/{token}/cancel") ? byShopper(request) : byShop(request);
    }

    private Response byShopper(Request request) {
        String id = authorization.viewed(request);
        if (isForm(request)) return byForm(id, request);
        Payment payment = Viewing.open(cancellation.cancel(id, Reason.CANCELED_BY_PAYER, Cause.CANCEL), clock);
        return Response.json(payment.state().isFinal() ? 200 : 202, PaymentJson.status(payment, clock.instant()));
    }

    /** A form of a page without a script; a script takes anything. */
    private static boolean isForm(Request request) {
        return request.header("accept").orElse("").contains("text/html");
    }

    /** Leads to the page that tells how the payment stands, even without SEQR's answer: the sweep goes on with the cancel. */
    private Response byForm(String id, Request request) {
        try {
            cancelled(id, Reason.CANCELED_BY_PAYER);
        } catch (SeqrException e) {
            // the page then says that the cancel goes on, and asks again
        }
        String language = Texts.choose(
                request.query().get("lang"), request.header("accept-language").orElse(null));
        String page = URI.create(endpoints.of(request).view(id)).getRawPath();
        return Response.empty(303).with("location", page + "?lang=" + language);
    }

    private Payment cancelled(String id, Reason reason) {
        return cancellation.cancel(id, reason, Cause.CANCEL).orElseThrow(Problem::notFound);
    }

    private Response byShop(Request request) {
        Payment payment = cancelled(authorization.payment(request, Scope.CANCEL).id(), Reason.CANCELED_BY_SHOP);
        return switch (payment.state()) {
            case CANCELED -> json(200, payment, request);
            case CREATED, ISSUED, CANCELING -> json(202, payment, request);
            default ->
                throw new Problem(409, "Not cancelled", "The payment is " + payment.state() + ".")
                        .with("paymentStatus", payment.state().shopsWord());
        };
    }

    private Response json(int status, Payment payment, Request request) {
        return Response.json(status, PaymentJson.payment(payment, endpoints.of(request)));
    }
}
