package dev.seqrpay.simulator.control;

import dev.seqrpay.simulator.http.Answer;
import dev.seqrpay.simulator.http.AnswerWriter;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The pages: plain files, and nothing that is not listed here. They ask no other server. */
public final class Pages implements HttpHandler {
    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("/", "index.html"),
            Map.entry("/phone", "phone.html"),
            Map.entry("/control", "control.html"),
            Map.entry("/assets/style.css", "style.css"),
            Map.entry("/assets/dom.js", "dom.js"),
            Map.entry("/assets/index.js", "index.js"),
            Map.entry("/assets/phone.js", "phone.js"),
            Map.entry("/assets/control.js", "control.js"),
            Map.entry("/favicon.ico", "icon.svg"));
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html", "css", "text/css", "js", "text/javascript", "svg", "image/svg+xml");
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        exchange.getResponseHeaders()
                .put(new HttpString("Content-Security-Policy"), "default-src 'self'; base-uri 'none'")
                .put(new HttpString("X-Content-Type-Options"), "nosniff")
                .put(Headers.CACHE_CONTROL, "no-cache");
        String file = FILES.get(exchange.getRequestPath());
        AnswerWriter.send(exchange, file == null ? Answer.text(NOT_FOUND, "No such page") : read(file));
    }

    private static Answer read(String file) throws IOException {
        try (InputStream in = Pages.class.getResourceAsStream(file)) {
            String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
            return new Answer(OK, type + "; charset=utf-8", in.readAllBytes());
        }
    }
}
