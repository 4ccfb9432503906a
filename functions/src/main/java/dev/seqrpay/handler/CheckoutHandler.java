package dev.seqrpay.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.http.Authorization;
import dev.seqrpay.http.CheckoutBody;
import dev.seqrpay.http.Endpoints;
import dev.seqrpay.http.Http;
import dev.seqrpay.http.IdempotencyKey;
import dev.seqrpay.http.JsonBody;
import dev.seqrpay.http.PaymentJson;
import dev.seqrpay.http.Problem;
import dev.seqrpay.http.PublicAddresses;
import dev.seqrpay.http.Replay;
import dev.seqrpay.http.Request;
import dev.seqrpay.http.Response;
import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.merchant.Merchants;
import dev.seqrpay.payment.Checkout;
import dev.seqrpay.payment.CheckoutRefused;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.wiring.Wiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * {@code POST /checkout}: makes a payment and its SEQR invoice. Repeated with the same {@code Idempotency-Key} it answers with
 * the same payment, so a shop that got no answer simply asks again.
 */
public final class CheckoutHandler implements RequestStreamHandler {
    private final Endpoints endpoints;
    private final Merchants merchants;
    private final Function<Merchant, String> terminalOf;
    private final Http http;
    private final Authorization authorization;
    private final Checkout checkout;
    private final InstantSource clock;

    public CheckoutHandler() {
        this(Wiring.fromEnvironment());
    }

    public CheckoutHandler(Wiring wiring) {
        this.endpoints = wiring.endpoints();
        this.merchants = wiring.merchants();
        this.terminalOf = wiring.terminalOf();
        this.http = wiring.http();
        this.authorization = wiring.authorization();
        this.checkout = wiring.checkout();
        this.clock = wiring.clock();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        http.serve(in, out, this::answer);
    }

    private Response answer(Request request) {
        Instant start = clock.instant();
        Merchant merchant =
                merchants.find(authorization.merchant(request, Scope.CHECKOUT)).orElseThrow(Problem::notFound);
        if (merchant.rules().isOff())
            throw new Problem(403, "Switched off", "This shop makes no new payments: it is switched off.");
        PublicAddresses addresses = endpoints.of(request);
        try {
            Payment payment = checkout(
                    merchant, IdempotencyKey.of(request), CheckoutBody.read(JsonBody.of(request), merchant), addresses);
            Response response = Response.json(201, PaymentJson.payment(payment, addresses))
                    .with("location", "/payments/" + payment.id());
            return Replay.told(response, payment.createdAt(), start);
        } catch (CheckoutRefused e) {
            throw problem(e, addresses);
        }
    }

    private Payment checkout(Merchant merchant, String key, CheckoutBody order, PublicAddresses addresses) {
        return checkout.checkout(
                merchant.id(), terminalOf.apply(merchant), key, order.invoice(), order.terms(), addresses);
    }

    /** The answer has the whole payment that is in the way, so that the shop can go on with that one. */
    private static Problem problem(CheckoutRefused refused, PublicAddresses addresses) {
        Problem problem = Problem.of(refused);
        return refused.payment() == null
                ? problem
                : problem.with("payment", PaymentJson.payment(refused.payment(), addresses));
    }
}
