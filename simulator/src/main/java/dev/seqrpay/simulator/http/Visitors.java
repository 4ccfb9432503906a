package dev.seqrpay.simulator.http;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import dev.seqrpay.loopback.Loopback;
import java.io.IOException;

/** Lets in programs and our own pages: another site's page must not pay, turn switches or read what is going on here. */
public final class Visitors extends Filter {
    private static final int FORBIDDEN = 403;

    @Override
    public String description() {
        return "no pages of other sites";
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host");
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        if (Loopback.isNamed(host) && Loopback.isOwn(origin, host)) {
            chain.doFilter(exchange);
            return;
        }
        try (exchange) {
            Delivery.send(exchange, Answer.text(FORBIDDEN, "This is for programs and for pages of this machine"));
        }
    }
}
