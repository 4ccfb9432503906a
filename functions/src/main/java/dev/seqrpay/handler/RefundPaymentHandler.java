package dev.seqrpay.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.http.Authorization;
import dev.seqrpay.http.Http;
import dev.seqrpay.http.IdempotencyKey;
import dev.seqrpay.http.JsonBody;
import dev.seqrpay.http.PaymentJson;
import dev.seqrpay.http.Problem;
import dev.seqrpay.http.RefundBody;
import dev.seqrpay.http.Replay;
import dev.seqrpay.http.Request;
import dev.seqrpay.http.Response;
import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.Refunds;
import dev.seqrpay.wiring.Wiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;

/**
 * {@code POST /payments/{id}/refunds}: gives an amount or rows of the invoice back. 201 when SEQR has agreed,
 * 202 when its answer got lost (never ask with a new key then: look at the refund), 422 when it refused, 503 when it has
 * surely not begun (ask again with the same key).
 */
public final class RefundPaymentHandler implements RequestStreamHandler {
    private final Http http;
    private final Authorization authorization;
    private final Refunds refunds;
    private final InstantSource clock;

    public RefundPaymentHandler() {
        this(Wiring.fromEnvironment());
    }

    public RefundPaymentHandler(Wiring wiring) {
        this.http = wiring.http();
        this.authorization = wiring.authorization();
        this.refunds = wiring.refunds();
        this.clock = wiring.clock();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        http.serve(in, out, this::answer);
    }

    private Response answer(Request request) {
        Instant start = clock.instant();
        Payment payment = authorization.payment(request, Scope.REFUND);
        Refund refund = refunds.refund(payment, IdempotencyKey.of(request), RefundBody.read(JsonBody.of(request)));
        return Replay.told(answer(refund, start), refund.createdAt(), start);
    }

    private static Response answer(Refund refund, Instant start) {
        return switch (refund.state()) {
            case SETTLED -> Response.json(201, PaymentJson.refund(refund));
            case REQUESTED, UNKNOWN -> Response.json(202, PaymentJson.refund(refund));
            case NOT_DONE -> throw Problem.notDone(refund);
            case REJECTED ->
                throw Replay.told(
                        new Problem(422, "Refused by SEQR", "SEQR refused the refund.")
                                .with("seqrResultCode", refund.code()),
                        refund.createdAt(),
                        start);
        };
    }
}
