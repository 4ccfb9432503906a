package dev.seqrpay.loopback;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;

/** What only the SDK of our own functions calls: no page has business here, and a browser says of what page a call is. */
public final class ProgramsOnly implements HttpHandler {
    private final HttpHandler next;

    public ProgramsOnly(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        boolean fromAPage = exchange.getRequestHeaders().contains(Headers.ORIGIN);
        if (Loopback.isNamed(exchange.getRequestHeaders().getFirst(Headers.HOST)) && !fromAPage)
            next.handleRequest(exchange);
        else exchange.setStatusCode(StatusCodes.FORBIDDEN).endExchange();
    }
}
