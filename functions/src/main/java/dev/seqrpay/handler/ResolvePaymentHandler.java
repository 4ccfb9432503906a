package dev.seqrpay.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.http.Authorization;
import dev.seqrpay.http.Endpoints;
import dev.seqrpay.http.Http;
import dev.seqrpay.http.JsonBody;
import dev.seqrpay.http.PaymentJson;
import dev.seqrpay.http.Request;
import dev.seqrpay.http.ResolutionBody;
import dev.seqrpay.http.Response;
import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.Resolution;
import dev.seqrpay.payment.Resolution.Found;
import dev.seqrpay.wiring.Wiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * {@code POST /payments/{id}/resolution} and {@code POST /payments/{id}/refunds/{refund}/resolution}: what a person decides
 * about a payment in review or a refund of unknown outcome. 200 with the payment or the refund, 409 when it is not to be decided
 * or SEQR says otherwise.
 */
public final class ResolvePaymentHandler implements RequestStreamHandler {
    private final Endpoints endpoints;
    private final Http http;
    private final Authorization authorization;
    private final Resolution resolution;

    public ResolvePaymentHandler() {
        this(Wiring.fromEnvironment());
    }

    public ResolvePaymentHandler(Wiring wiring) {
        this.endpoints = wiring.endpoints();
        this.http = wiring.http();
        this.authorization = wiring.authorization();
        this.resolution = wiring.resolution();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        http.serve(in, out, this::answer);
    }

    private Response answer(Request request) {
        Payment payment = authorization.payment(request, Scope.RESOLVE);
        return request.route().equals("POST /payments/{id}/resolution")
                ? ofPayment(request, payment)
                : ofRefund(request, payment);
    }

    private Response ofPayment(Request request, Payment payment) {
        ResolutionBody<Found> body = ResolutionBody.ofPayment(JsonBody.of(request));
        Payment resolved = resolution.resolve(payment, body.found(), body.decision());
        return Response.json(200, PaymentJson.payment(resolved, endpoints.of(request)));
    }

    private Response ofRefund(Request request, Payment payment) {
        ResolutionBody<Boolean> body = ResolutionBody.ofRefund(JsonBody.of(request));
        String refundId = request.path().getOrDefault("refund", "");
        Refund resolved =
                resolution.resolveRefund(payment, refundId, body.found(), body.ersReference(), body.decision());
        return Response.json(200, PaymentJson.refund(resolved));
    }
}
