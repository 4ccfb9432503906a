package dev.seqrpay.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.http.Authorization;
import dev.seqrpay.http.Endpoints;
import dev.seqrpay.http.Http;
import dev.seqrpay.http.IdempotencyKey;
import dev.seqrpay.http.JsonBody;
import dev.seqrpay.http.LinkBody;
import dev.seqrpay.http.LinkJson;
import dev.seqrpay.http.LinkQuery;
import dev.seqrpay.http.Problem;
import dev.seqrpay.http.PublicAddresses;
import dev.seqrpay.http.Replay;
import dev.seqrpay.http.Request;
import dev.seqrpay.http.Response;
import dev.seqrpay.link.PaymentLink;
import dev.seqrpay.link.PaymentLinks;
import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.merchant.Merchants;
import dev.seqrpay.wiring.Wiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A shop's payment links: makes, lists and shows them, and switches them off and on. */
public final class LinksHandler implements RequestStreamHandler {
    private final Http http;
    private final Authorization authorization;
    private final Endpoints endpoints;
    private final Merchants merchants;
    private final PaymentLinks links;
    private final Supplier<String> unique;
    private final InstantSource clock;

    public LinksHandler() {
        this(Wiring.fromEnvironment());
    }

    public LinksHandler(Wiring wiring) {
        this.http = wiring.http();
        this.authorization = wiring.authorization();
        this.endpoints = wiring.endpoints();
        this.merchants = wiring.merchants();
        this.links = wiring.paymentLinks();
        this.unique = wiring.unique();
        this.clock = wiring.clock();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        http.serve(in, out, this::answer);
    }

    private Response answer(Request request) {
        boolean isReading = request.route().startsWith("GET ");
        String merchantId = authorization.merchant(request, isReading ? Scope.READ : Scope.CHECKOUT);
        PublicAddresses addresses = endpoints.of(request);
        return switch (request.route()) {
            case "GET /links" -> list(LinkQuery.read(request.query()), merchantId, addresses);
            case "POST /links" -> create(request, merchantId, addresses);
            case "GET /links/{id}" -> Response.json(200, json(link(request, merchantId), addresses));
            case "PATCH /links/{id}" -> change(request, merchantId, addresses);
            default -> throw Problem.notFound();
        };
    }

    private Map<String, Object> json(PaymentLink link, PublicAddresses addresses) {
        return LinkJson.link(link, addresses, clock.instant());
    }

    private PaymentLink link(Request request, String merchantId) {
        if (!PaymentLink.isId(request.id())) throw Problem.notFound();
        return links.find(merchantId, request.id()).orElseThrow(Problem::notFound);
    }

    private Response list(LinkQuery query, String merchantId, PublicAddresses addresses) {
        List<PaymentLink> found = links.of(merchantId, query.after(), query.limit());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("links", found.stream().map(link -> json(link, addresses)).toList());
        if (found.size() == query.limit())
            json.put("next", found.get(found.size() - 1).id());
        return Response.json(200, json);
    }

    private Response create(Request request, String merchantId, PublicAddresses addresses) {
        Instant now = clock.instant();
        Merchant merchant = merchants.find(merchantId).orElseThrow(Problem::notFound);
        LinkBody wanted = LinkBody.read(JsonBody.of(request), merchant, now);
        PaymentLink link = new PaymentLink(
                PaymentLink.id(now, unique.get()),
                merchantId,
                wanted.invoice(),
                wanted.maxUses(),
                wanted.expiresAt(),
                now,
                false);
        PaymentLink stored = store(request, link);
        Response made = Response.json(201, json(stored, addresses)).with("location", "/links/" + stored.id());
        return Replay.told(made, stored.createdAt(), now);
    }

    private PaymentLink store(Request request, PaymentLink link) {
        if (request.header("idempotency-key").isEmpty()) {
            links.put(link);
            return link;
        }
        PaymentLink first = links.create(link, IdempotencyKey.of(request));
        if (first.isSameAs(link)) return first;
        throw new Problem(
                422,
                "Idempotency-Key reused",
                "The Idempotency-Key was used for another link. Take a new one for each.");
    }

    private Response change(Request request, String merchantId, PublicAddresses addresses) {
        PaymentLink link = link(request, merchantId);
        PaymentLink changed = link.switched(LinkBody.enabled(JsonBody.of(request)));
        links.put(changed);
        return Response.json(200, json(changed, addresses));
    }
}
