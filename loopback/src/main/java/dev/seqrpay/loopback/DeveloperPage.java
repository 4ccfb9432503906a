package dev.seqrpay.loopback;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;

/** Answers of the developer's pages. */
public final class DeveloperPage {
    /** Everything comes from this server; a form may lead on to another port of this machine, where the API is. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action http://127.0.0.1:* http://localhost:*; base-uri 'none'; frame-ancestors 'none'";

    private DeveloperPage() {}

    public static void html(HttpServerExchange exchange, int status, String html) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(new HttpString("Content-Security-Policy"), POLICY);
        exchange.getResponseHeaders().put(new HttpString("Referrer-Policy"), "same-origin");
        send(exchange, "text/html; charset=utf-8", html);
    }

    public static void json(HttpServerExchange exchange, String json) {
        send(exchange, "application/json", json);
    }

    private static void send(HttpServerExchange exchange, String type, String body) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, type);
        exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
        exchange.getResponseHeaders().put(new HttpString("X-Content-Type-Options"), "nosniff");
        exchange.getResponseSender().send(body, UTF_8);
    }

    /** On to another page, which is then fetched with GET. */
    public static void redirect(HttpServerExchange exchange, String to) {
        exchange.setStatusCode(StatusCodes.SEE_OTHER);
        exchange.getResponseHeaders().put(Headers.LOCATION, to);
        exchange.endExchange();
    }
}
