package dev.seqrpay.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.event.EventId;
import dev.seqrpay.event.Feed;
import dev.seqrpay.event.FeedEvent;
import dev.seqrpay.event.Publisher;
import dev.seqrpay.http.Authorization;
import dev.seqrpay.http.EventJson;
import dev.seqrpay.http.Http;
import dev.seqrpay.http.JsonBody;
import dev.seqrpay.http.Problem;
import dev.seqrpay.http.Request;
import dev.seqrpay.http.Response;
import dev.seqrpay.http.WebhookBody;
import dev.seqrpay.http.WebhookJson;
import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.webhook.Deliveries;
import dev.seqrpay.webhook.OwnEvents;
import dev.seqrpay.webhook.Resending;
import dev.seqrpay.webhook.SigningKeys;
import dev.seqrpay.webhook.WebhookEndpoint;
import dev.seqrpay.webhook.WebhookEndpoint.Off;
import dev.seqrpay.webhook.WebhookEndpoints;
import dev.seqrpay.wiring.Wiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A shop's webhook endpoints: makes, shows, changes and removes them, tries them, and sends events again. */
public final class WebhooksHandler implements RequestStreamHandler {
    private static final int SHOWN = 100;
    private static final int MAX_TRIES = 5;

    private final Http http;
    private final Authorization authorization;
    private final WebhookEndpoints endpoints;
    private final Deliveries deliveries;
    private final Feed feed;
    private final Publisher publisher;
    private final Resending resending;
    private final SigningKeys keys;
    private final Supplier<String> unique;
    private final InstantSource clock;
    private final WebhookBody.Reach reach;

    public WebhooksHandler() {
        this(Wiring.fromEnvironment());
    }

    public WebhooksHandler(Wiring wiring) {
        this.http = wiring.http();
        this.authorization = wiring.authorization();
        this.endpoints = wiring.webhookEndpoints();
        this.deliveries = wiring.deliveries();
        this.feed = wiring.feed();
        this.publisher = wiring.publisher();
        this.resending = wiring.resending();
        this.keys = wiring.signingKeys();
        this.unique = wiring.unique();
        this.clock = wiring.clock();
        this.reach = wiring.reach();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        http.serve(in, out, this::answer);
    }

    private Response answer(Request request) {
        String merchantId = authorization.merchant(request, Scope.WEBHOOKS);
        return switch (request.route()) {
            case "GET /webhooks" -> Response.json(200, Map.of("webhooks", all(merchantId)));
            case "POST /webhooks" -> create(request, merchantId);
            case "POST /events/{id}/resend" -> resendToAll(merchantId, request.id());
            case "GET /webhooks/{id}" ->
                Response.json(200, WebhookJson.endpoint(endpoint(merchantId, request.id()), keys));
            case "PATCH /webhooks/{id}" -> change(request, merchantId);
            case "DELETE /webhooks/{id}" -> remove(endpoint(merchantId, request.id()));
            case "POST /webhooks/{id}/secret" -> renewSecret(endpoint(merchantId, request.id()));
            case "POST /webhooks/{id}/ping" -> ping(endpoint(merchantId, request.id()));
            case "POST /webhooks/{id}/resend" -> resend(request, endpoint(merchantId, request.id()));
            case "GET /webhooks/{id}/deliveries" -> deliveries(endpoint(merchantId, request.id()));
            default -> throw Problem.notFound();
        };
    }

    private WebhookEndpoint endpoint(String merchantId, String id) {
        if (!WebhookEndpoint.isId(id)) throw Problem.notFound();
        return endpoints
                .find(id)
                .filter(endpoint -> endpoint.merchantId().equals(merchantId))
                .orElseThrow(Problem::notFound);
    }

    private List<?> all(String merchantId) {
        return endpoints.of(merchantId).stream()
                .map(endpoint -> WebhookJson.endpoint(endpoint, keys))
                .toList();
    }

    private Response create(Request request, String merchantId) {
        WebhookEndpoint.Target target = WebhookBody.created(JsonBody.of(request), reach);
        if (endpoints.of(merchantId).size() >= WebhookEndpoint.MOST)
            throw new Problem(
                    409,
                    "Too many endpoints",
                    "A shop has at most " + WebhookEndpoint.MOST
                            + " webhook endpoints. Remove one, or change its url.");
        WebhookEndpoint made = WebhookEndpoint.created(
                "we_" + merchantId + "_" + unique.get(), target, keys.currentRingKey(), clock.instant());
        endpoints.put(made);
        return Response.json(201, WebhookJson.endpointWithSecret(made, keys))
                .with("location", "/webhooks/" + made.id());
    }

    private Response change(Request request, String merchantId) {
        WebhookEndpoint before = endpoint(merchantId, request.id());
        WebhookBody.Changed wanted = WebhookBody.changed(JsonBody.of(request), reach);
        WebhookEndpoint after = changed(before, endpoint -> {
            WebhookEndpoint aimed = endpoint.withTarget(wanted.of(endpoint.target()));
            if (wanted.enabled() == null) return aimed;
            return wanted.enabled() ? aimed.switchedOn() : aimed.switchedOff(Off.BY_SHOP, null);
        });
        return Response.json(200, WebhookJson.endpoint(after, keys));
    }

    private WebhookEndpoint changed(WebhookEndpoint before, UnaryOperator<WebhookEndpoint> change) {
        WebhookEndpoint read = before;
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            WebhookEndpoint after = change.apply(read);
            if (endpoints.put(after)) return after;
            read = endpoints.find(before.id()).orElseThrow(Problem::notFound);
        }
        throw new Problem(409, "Changed meanwhile", "The endpoint is being changed by another call. Ask again.");
    }

    private Response remove(WebhookEndpoint endpoint) {
        endpoints.remove(endpoint.id());
        return Response.empty(204);
    }

    private Response renewSecret(WebhookEndpoint endpoint) {
        WebhookEndpoint after = changed(endpoint, read -> read.withNewSecret(keys.currentRingKey(), clock.instant()));
        return Response.json(200, WebhookJson.endpointWithSecret(after, keys));
    }

    private Response ping(WebhookEndpoint endpoint) {
        String body = EventJson.body(OwnEvents.PING, clock.instant(), Map.of("endpoint", endpoint.id()));
        FeedEvent event = publisher.publish(
                endpoint.merchantId(),
                OwnEvents.PING,
                endpoint.id() + " " + unique.get(),
                body,
                List.of(endpoint.id()));
        return Response.json(202, Map.of("event", event.id()));
    }

    private Response resend(Request request, WebhookEndpoint endpoint) {
        WebhookBody.Resent wanted = WebhookBody.resent(JsonBody.of(request), endpoint.merchantId());
        if (endpoint.isOff())
            throw new Problem(409, "Endpoint is off", "Switch the endpoint on first: PATCH {\"enabled\": true}.");
        if (wanted.eventId() != null) {
            resending.one(endpoint, event(endpoint.merchantId(), wanted.eventId()));
            return Response.json(202, Map.of("resent", 1, "more", false));
        }
        Resending.Result result = wanted.since() == null
                ? resending.allAfter(endpoint, wanted.after().orElseThrow())
                : resending.allSince(endpoint, wanted.since());
        return Response.json(202, WebhookJson.resent(endpoint, result));
    }

    private Response resendToAll(String merchantId, String eventId) {
        publisher.publishAgain(event(merchantId, eventId));
        return Response.json(202, Map.of("event", eventId));
    }

    private FeedEvent event(String merchantId, String id) {
        OptionalLong position = EventId.position(id);
        if (position.isEmpty()) throw Problem.notFound();
        return feed.at(merchantId, position.getAsLong())
                .filter(event -> event.id().equals(id))
                .orElseThrow(Problem::notFound);
    }

    private Response deliveries(WebhookEndpoint endpoint) {
        return Response.json(
                200,
                Map.of(
                        "deliveries",
                        deliveries.of(endpoint.id(), Long.MAX_VALUE, SHOWN).stream()
                                .map(WebhookJson::delivery)
                                .toList()));
    }
}
