package dev.seqrpay.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.http.Authorization;
import dev.seqrpay.http.Endpoints;
import dev.seqrpay.http.Http;
import dev.seqrpay.http.JsonBody;
import dev.seqrpay.http.OrderChangeBody;
import dev.seqrpay.http.PaymentJson;
import dev.seqrpay.http.Problem;
import dev.seqrpay.http.PublicAddresses;
import dev.seqrpay.http.Request;
import dev.seqrpay.http.Response;
import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.merchant.Merchants;
import dev.seqrpay.payment.OrderChange;
import dev.seqrpay.payment.OrderUpdate;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.UpdateRefused;
import dev.seqrpay.wiring.Wiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * {@code PATCH /payments/{id}}: changes the items and the total of a payment that waits for its payer, or answers to the loyalty
 * cards and coupons of the payer. 200 when SEQR has the change; with any other answer the payment in it says what holds.
 */
public final class UpdatePaymentHandler implements RequestStreamHandler {
    private final Http http;
    private final Endpoints endpoints;
    private final Authorization authorization;
    private final Merchants merchants;
    private final OrderUpdate orderUpdate;

    public UpdatePaymentHandler() {
        this(Wiring.fromEnvironment());
    }

    public UpdatePaymentHandler(Wiring wiring) {
        this.http = wiring.http();
        this.endpoints = wiring.endpoints();
        this.authorization = wiring.authorization();
        this.merchants = wiring.merchants();
        this.orderUpdate = wiring.orderUpdate();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        http.serve(in, out, this::answer);
    }

    private Response answer(Request request) {
        Payment payment = authorization.payment(request, Scope.CHECKOUT);
        Merchant merchant = merchants.find(payment.merchantId()).orElseThrow(Problem::notFound);
        OrderChange change = OrderChangeBody.read(JsonBody.of(request), merchant);
        PublicAddresses addresses = endpoints.of(request);
        try {
            return Response.json(200, PaymentJson.payment(orderUpdate.update(payment, change, addresses), addresses));
        } catch (UpdateRefused e) {
            throw Problem.of(e).with("payment", PaymentJson.payment(e.payment(), addresses));
        }
    }
}
