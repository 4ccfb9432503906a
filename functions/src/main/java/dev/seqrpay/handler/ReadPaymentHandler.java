package dev.seqrpay.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.http.Authorization;
import dev.seqrpay.http.CheckoutBody;
import dev.seqrpay.http.Endpoints;
import dev.seqrpay.http.Http;
import dev.seqrpay.http.PaymentJson;
import dev.seqrpay.http.PaymentProof;
import dev.seqrpay.http.PublicAddresses;
import dev.seqrpay.http.Request;
import dev.seqrpay.http.Response;
import dev.seqrpay.http.SearchQuery;
import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.Search;
import dev.seqrpay.wiring.Wiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code GET /.well-known/jwks.json}, the keys of proofs of payment, for everybody; {@code GET /payments/{id}}, its {@code /events} and its {@code /refunds}, and {@code GET /payments}, of an order or of a time, for the shop; all
 * from the table.
 */
public final class ReadPaymentHandler implements RequestStreamHandler {
    /** Public keys, which may be kept. A new one signs after a while only (docs/operations.md). */
    private static final Map<String, String> KEPT_FOR_AN_HOUR =
            Map.of("cache-control", "public, max-age=3600", "access-control-allow-origin", "*");

    private final Endpoints endpoints;
    private final PaymentStore store;
    private final Http http;
    private final Authorization authorization;
    private final PaymentProof proof;
    private final Search search;
    private final InstantSource clock;

    public ReadPaymentHandler() {
        this(Wiring.fromEnvironment());
    }

    public ReadPaymentHandler(Wiring wiring) {
        this.endpoints = wiring.endpoints();
        this.store = wiring.payments();
        this.http = wiring.http();
        this.authorization = wiring.authorization();
        this.proof = wiring.paymentProof();
        this.search = wiring.search();
        this.clock = wiring.clock();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        http.serve(in, out, this::answer);
    }

    private Response answer(Request request) {
        if (request.route().equals("GET /.well-known/jwks.json"))
            return Response.json(200, proof.keySet()).with(KEPT_FOR_AN_HOUR);
        if (request.route().equals("GET /payments")) return Response.json(200, found(request));
        Payment payment = authorization.payment(request, Scope.READ);
        return Response.json(
                200,
                switch (request.route()) {
                    case "GET /payments/{id}/events" -> list("events", events(payment));
                    case "GET /payments/{id}/refunds" -> list("refunds", refunds(payment));
                    default -> proven(payment, endpoints.of(request));
                });
    }

    private Map<String, Object> found(Request request) {
        return request.query().containsKey("orderId") ? list("payments", ofOrder(request)) : searched(request);
    }

    private Map<String, Object> searched(Request request) {
        String merchantId = authorization.merchant(request, Scope.READ);
        PublicAddresses addresses = endpoints.of(request);
        Search.Found found = search.find(SearchQuery.read(request.query(), merchantId, clock.instant()));
        Map<String, Object> page = new LinkedHashMap<>();
        page.put(
                "payments",
                found.payments().stream()
                        .map(payment -> PaymentJson.payment(payment, addresses))
                        .toList());
        if (found.next() != null) page.put("next", SearchQuery.cursor(found.next()));
        return page;
    }

    /** The latest first. An order that never had a payment gets an empty list and not 404. */
    private List<?> ofOrder(Request request) {
        String merchantId = authorization.merchant(request, Scope.READ);
        PublicAddresses addresses = endpoints.of(request);
        return store.ofOrder(merchantId, CheckoutBody.id(request.query())).ids().stream()
                .flatMap(id -> store.find(id).stream())
                .map(payment -> proven(payment, addresses))
                .toList();
    }

    private Map<String, Object> proven(Payment payment, PublicAddresses addresses) {
        Map<String, Object> json = PaymentJson.payment(payment, addresses);
        proof.of(payment).ifPresent(jws -> json.put("proof", jws));
        return json;
    }

    private List<?> events(Payment payment) {
        return store.history(payment.id()).stream()
                .map(entry -> PaymentJson.event(payment.id(), entry))
                .toList();
    }

    private List<?> refunds(Payment payment) {
        return store.refunds(payment.id()).stream().map(PaymentJson::refund).toList();
    }

    private static Map<String, Object> list(String name, List<?> entries) {
        return Map.of(name, entries);
    }
}
