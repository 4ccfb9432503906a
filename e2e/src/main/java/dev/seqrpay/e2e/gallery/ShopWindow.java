package dev.seqrpay.e2e.gallery;

import static dev.seqrpay.loopback.Html.escape;
import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.seqrpay.local.stack.PublicUrls;
import dev.seqrpay.loopback.LocalServer;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A shop's own server, on another origin than the API's, with pages that embed the payment view under the strictest policy
 * that {@code docs/webshop.md} allows.
 */
public final class ShopWindow implements AutoCloseable {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <link rel="icon" href="data:,">
            <title>Fjäll &amp; Fika</title>
            </head>
            <body>
            %s
            </body>
            </html>
            """;

    private final AtomicInteger number = new AtomicInteger();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final LocalServer server = LocalServer.start(0, this::answer);
    private final PublicUrls urls;

    private record Answer(String type, Supplier<String> text) {}

    /** @param urls of the payment API */
    public ShopWindow(PublicUrls urls) {
        this.urls = urls;
    }

    public String url() {
        return server.url();
    }

    /** The payment API's. */
    public String api() {
        return urls.api();
    }

    /** @return the address of a page with this in its body */
    public String page(String... body) {
        return page("/checkout-" + number.incrementAndGet(), () -> String.join("\n", body));
    }

    public String page(String path, Supplier<String> body) {
        return put(path, "text/html", () -> PAGE.formatted(body.get()));
    }

    /** A page with no markup but this. */
    public String bare(String html) {
        return put("/bare-" + number.incrementAndGet(), "text/html", () -> html);
    }

    /** What the shop's server answers there, as JSON. */
    public String json(String path, Supplier<String> json) {
        return put(path, "application/json", json);
    }

    /** A script of the shop's own. */
    public String script(String path, String text) {
        return put(path, "text/javascript", () -> text);
    }

    private String put(String path, String type, Supplier<String> text) {
        answers.put(path, new Answer(type + "; charset=utf-8", text));
        return url() + path;
    }

    /** The script tag with its parameters behind {@code #!}. */
    public String tag(Map<String, String> parameters) {
        return tag(parameters, "");
    }

    /** @param body the JSON object in the tag */
    public String tag(Map<String, String> parameters, String body) {
        String written = parameters.entrySet().stream()
                .map(each ->
                        each.getKey() + "=" + encode(each.getValue(), UTF_8).replace("+", "%20"))
                .collect(joining("&"));
        return "<script id=\"seqrShop\" src=\"%s/seqr.js#!%s\">%s</script>".formatted(api(), escape(written), body);
    }

    private void answer(HttpServerExchange exchange) {
        Answer answer = answers.getOrDefault(exchange.getRequestPath(), new Answer("text/plain", () -> "?"));
        header(exchange, "Content-Security-Policy", policy());
        header(exchange, "Cache-Control", "no-store");
        header(exchange, "Content-Type", answer.type());
        exchange.getResponseSender().send(answer.text().get(), UTF_8);
    }

    private String policy() {
        return "default-src 'none'; img-src data:; script-src " + urls.api() + " 'self'; connect-src 'self' "
                + urls.api() + " " + urls.socketUrl()
                + "; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
    }

    private static void header(HttpServerExchange exchange, String name, String value) {
        exchange.getResponseHeaders().put(new HttpString(name), value);
    }

    @Override
    public void close() {
        server.close();
    }
}
