package dev.seqrpay.local.aws.gateway;

import dev.seqrpay.local.aws.function.FunctionHost;
import dev.seqrpay.local.aws.function.InvocationException;
import dev.seqrpay.local.aws.function.InvocationException.Reason;
import dev.seqrpay.loopback.LocalServer;
import dev.seqrpay.loopback.Loopback;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * API Gateway's HTTP API on a port of this machine. It listens before there are functions, because they are told its
 * address when they are made; until then it answers 503.
 */
public final class HttpApi implements AutoCloseable {
    private static final int LARGEST_BODY = 10 * 1024 * 1024;
    /** The name by which a shop in a container calls the machine it runs on. No server outside can have this name. */
    private static final Set<String> CONTAINERS = Set.of("host.docker.internal", "host.containers.internal");

    private static final HttpString REQUEST_ID = new HttpString("Apigw-Requestid");

    private static final Duration LONGEST_CALL = Duration.ofSeconds(30);

    private final Duration longestCall;
    private final LocalServer server;
    private final RequestLog requests;
    private final Consumer<String> errors;
    private volatile @Nullable RouteChoice routes;

    /** @param errors hears why a function gave no answer; the caller of the API only sees that it did not */
    public HttpApi(int port, Consumer<String> errors) {
        this(port, new RequestLog(line -> {}), errors);
    }

    public HttpApi(int port, RequestLog requests, Consumer<String> errors) {
        this(port, LONGEST_CALL, requests, errors);
    }

    HttpApi(int port, Duration longestCall, RequestLog requests, Consumer<String> errors) {
        this.requests = requests;
        this.longestCall = longestCall;
        this.errors = errors;
        this.server = LocalServer.start(port, this::handle);
    }

    public void serve(List<FunctionHost> functions) {
        routes = new RouteChoice(functions);
    }

    public String url() {
        return server.url();
    }

    private void handle(HttpServerExchange exchange) throws IOException {
        long start = System.nanoTime();
        RouteChoice known = routes;
        String method = exchange.getRequestMethod().toString();
        Optional<RouteChoice.Match> match =
                known == null ? Optional.empty() : known.match(method, exchange.getRequestPath());
        FunctionResponse answer = answer(exchange, match);
        String route = match.map(each -> each.route().path()).orElse(RouteKey.DEFAULT);
        requests.answered(
                method,
                route.equals(RouteKey.DEFAULT) ? exchange.getRequestPath() : route,
                answer.status(),
                System.nanoTime() - start);
        answer.send(exchange);
    }

    private FunctionResponse answer(HttpServerExchange exchange, Optional<RouteChoice.Match> match) throws IOException {
        // as API Gateway does with a name that is none of its domains
        if (!isOwnName(exchange.getRequestHeaders().getFirst(Headers.HOST)))
            return FunctionResponse.message(403, "Forbidden");
        if (routes == null) return FunctionResponse.message(503, "Service Unavailable");
        if (match.isEmpty()) return FunctionResponse.message(404, "Not Found");
        byte[] body = exchange.getInputStream().readNBytes(LARGEST_BODY + 1);
        return body.length > LARGEST_BODY
                ? FunctionResponse.message(413, "Request Entity Too Large")
                : call(match.get(), exchange, body);
    }

    private static boolean isOwnName(String host) {
        return Loopback.isNamed(host) || CONTAINERS.contains(Loopback.name(host));
    }

    private FunctionResponse call(RouteChoice.Match match, HttpServerExchange exchange, byte[] body)
            throws IOException {
        String requestId = UUID.randomUUID().toString();
        exchange.getResponseHeaders().put(REQUEST_ID, requestId);
        byte[] event;
        try {
            event = new RequestEvent(exchange, match, body, requestId).toJson();
        } catch (IllegalArgumentException malformedEscape) {
            return FunctionResponse.message(400, "Bad Request");
        }
        return invoke(match.function(), event);
    }

    private FunctionResponse invoke(FunctionHost function, byte[] event) {
        try {
            return FunctionResponse.parse(function.invoke(event, longestCall));
        } catch (InvocationException e) {
            errors.accept(e.getMessage());
            return isUnavailable(e.reason(), function)
                    ? FunctionResponse.message(503, "Service Unavailable")
                    : FunctionResponse.message(500, "Internal Server Error");
        } catch (IOException | RuntimeException e) {
            errors.accept(function.function().name() + " answered something that is not a response: " + e);
            return FunctionResponse.message(500, "Internal Server Error");
        }
    }

    /** Throttled, or API Gateway gave up before the function's own Timeout. */
    private boolean isUnavailable(Reason reason, FunctionHost function) {
        return reason == Reason.THROTTLED
                || reason == Reason.TIMED_OUT && function.function().timeout().compareTo(longestCall) > 0;
    }

    @Override
    public void close() {
        server.close();
    }
}
