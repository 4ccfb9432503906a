package dev.seqrpay.local.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.util.Set;

/**
 * Other sites are open in the same browser: they must neither post forms to this one, nor reach it under a name of theirs
 * that they had resolved to this machine.
 */
public final class OwnPagesOnly implements HttpHandler {
    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost");

    private final HttpHandler next;

    public OwnPagesOnly(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (NAMES.contains(exchange.getHostName()) && fromOwnPage(exchange)) next.handleRequest(exchange);
        else exchange.setStatusCode(StatusCodes.FORBIDDEN).endExchange();
    }

    /** A browser says where a form was; whoever says nothing is not a browser. */
    private static boolean fromOwnPage(HttpServerExchange exchange) {
        String origin = exchange.getRequestHeaders().getFirst(Headers.ORIGIN);
        return exchange.getRequestMethod().equals(Methods.GET)
                || origin == null
                || origin.equals("http://" + exchange.getHostAndPort());
    }
}
