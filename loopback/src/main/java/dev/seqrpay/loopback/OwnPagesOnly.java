package dev.seqrpay.loopback;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;

/**
 * Other sites are open in the same browser: their pages must neither post to this one, nor reach it under a name of theirs
 * that they had resolved to this machine. Programs and links pass.
 */
public final class OwnPagesOnly implements HttpHandler {
    private final HttpHandler next;

    public OwnPagesOnly(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        String host = exchange.getRequestHeaders().getFirst(Headers.HOST);
        String origin = exchange.getRequestHeaders().getFirst(Headers.ORIGIN);
        if (Loopback.isNamed(host) && Loopback.isOwn(origin, host)) next.handleRequest(exchange);
        else exchange.setStatusCode(StatusCodes.FORBIDDEN).endExchange();
    }
}
