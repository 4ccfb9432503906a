package dev.seqrpay.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.http.Authorization;
import dev.seqrpay.http.Endpoints;
import dev.seqrpay.http.Http;
import dev.seqrpay.http.PaymentJson;
import dev.seqrpay.http.Problem;
import dev.seqrpay.http.PublicAddresses;
import dev.seqrpay.http.Request;
import dev.seqrpay.http.Response;
import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.payment.Capture;
import dev.seqrpay.payment.CaptureRefused;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.State;
import dev.seqrpay.wiring.Wiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * {@code POST /payments/{id}/capture}: 200 when the shop has the money that was reserved, 202 while SEQR cannot say yet (the watch
 * and the sweep go on), 409 when nothing is reserved.
 */
public final class CapturePaymentHandler implements RequestStreamHandler {
    private final Http http;
    private final Endpoints endpoints;
    private final Authorization authorization;
    private final Capture capture;

    public CapturePaymentHandler() {
        this(Wiring.fromEnvironment());
    }

    public CapturePaymentHandler(Wiring wiring) {
        this.http = wiring.http();
        this.endpoints = wiring.endpoints();
        this.authorization = wiring.authorization();
        this.capture = wiring.capture();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        http.serve(in, out, this::answer);
    }

    private Response answer(Request request) {
        Payment reserved = authorization.payment(request, Scope.CHECKOUT);
        PublicAddresses addresses = endpoints.of(request);
        try {
            Payment payment = capture.capture(reserved);
            int status = payment.state() == State.PAID ? 200 : 202;
            return Response.json(status, PaymentJson.payment(payment, addresses));
        } catch (CaptureRefused e) {
            throw Problem.of(e).with("payment", PaymentJson.payment(e.payment(), addresses));
        }
    }
}
