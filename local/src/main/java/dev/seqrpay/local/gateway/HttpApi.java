package dev.seqrpay.local.gateway;

import dev.seqrpay.local.function.FunctionHost;
import dev.seqrpay.local.function.InvocationException;
import dev.seqrpay.local.function.InvocationException.Reason;
import dev.seqrpay.local.http.LocalServer;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * API Gateway's HTTP API on a port of this machine. It listens before there are functions, because they are told its
 * address when they are made; until then it answers 503.
 */
public final class HttpApi implements AutoCloseable {
    private static final int LARGEST_BODY = 10 * 1024 * 1024;
    private static final HttpString REQUEST_ID = new HttpString("Apigw-Requestid");

    private static final Duration LONGEST_CALL = Duration.ofSeconds(30);

    private final Duration longestCall;
    private final LocalServer server;
    private final Consumer<String> errors;
    private volatile Routes routes;

    /** @param errors hears why a function gave no answer; the caller of the API only sees that it did not */
    public HttpApi(int port, Consumer<String> errors) {
        this(port, LONGEST_CALL, errors);
    }

    HttpApi(int port, Duration longestCall, Consumer<String> errors) {
        this.longestCall = longestCall;
        this.errors = errors;
        this.server = LocalServer.start(port, exchange -> answer(exchange).send(exchange));
    }

    public void serve(List<FunctionHost> functions) {
        routes = new Routes(functions);
    }

    public String url() {
        return server.url();
    }

    private Response answer(HttpServerExchange exchange) throws IOException {
        if (routes == null) return Response.message(503, "Service Unavailable");
        Optional<Routes.Match> match = routes.match(exchange.getRequestMethod().toString(), exchange.getRequestPath());
        if (match.isEmpty()) return Response.message(404, "Not Found");
        byte[] body = exchange.getInputStream().readNBytes(LARGEST_BODY + 1);
        return body.length > LARGEST_BODY
                ? Response.message(413, "Request Entity Too Large")
                : call(match.get(), exchange, body);
    }

    private Response call(Routes.Match match, HttpServerExchange exchange, byte[] body) throws IOException {
        String requestId = UUID.randomUUID().toString();
        exchange.getResponseHeaders().put(REQUEST_ID, requestId);
        byte[] event;
        try {
            event = new RequestEvent(exchange, match, body, requestId).toJson();
        } catch (IllegalArgumentException malformedEscape) {
            return Response.message(400, "Bad Request");
        }
        return invoke(match.function(), event);
    }

    private Response invoke(FunctionHost function, byte[] event) {
        try {
            return Response.parse(function.invoke(event, longestCall));
        } catch (InvocationException e) {
            errors.accept(e.getMessage());
            return isUnavailable(e.reason(), function)
                    ? Response.message(503, "Service Unavailable")
                    : Response.message(500, "Internal Server Error");
        } catch (IOException | RuntimeException notAResponse) {
            errors.accept(function.function().name() + " answered something that is not a response: " + notAResponse);
            return Response.message(500, "Internal Server Error");
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
