package dev.seqrpay.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/**
 * What we use of an API Gateway HTTP API event, payload format 2.0.
 *
 * @param route the template's route, such as {@code GET /payments/{id}}, for HEAD too; unlike the path it holds no token
 * @param headers by name in any case: API Gateway sends lower case, what stands in for it may not
 * @param requestId API Gateway's, in its access log too
 * @param domain where the request came to, as API Gateway knows it and not as the caller says
 */
public record Request(
        String route,
        String method,
        String rawPath,
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> headers,
        String domain,
        String requestId,
        byte[] body) {
    private static final String TOUCH = "touch";
    private static final String HEAD = "HEAD";

    public static Request read(InputStream in) throws IOException {
        Map<String, Object> event = JSON.std.mapFrom(in.readAllBytes());
        Map<String, Object> context = Json.asObject(event.getOrDefault("requestContext", Map.of()));
        Map<String, Object> http = Json.asObject(context.getOrDefault("http", Map.of()));
        return new Request(
                handled(text(event, "routeKey")),
                text(http, "method"),
                text(event, "rawPath"),
                texts(event.get("pathParameters")),
                texts(event.get("queryStringParameters")),
                anyCase(texts(event.get("headers"))),
                text(context, "domainName"),
                text(context, "requestId"),
                body(event));
    }

    /** An HTTP API takes HEAD only where it has a route for it; what answers GET answers both. */
    private static String handled(String routeKey) {
        return routeKey.startsWith(HEAD + " ") ? "GET" + routeKey.substring(HEAD.length()) : routeKey;
    }

    boolean isHead() {
        return HEAD.equals(method);
    }

    /** After 14 days without a call Lambda makes a version's snapshot again, which is slow, so a schedule calls each one. */
    public boolean isTouch() {
        return TOUCH.equals(route);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Empty where API Gateway says nothing. */
    public static String text(Map<String, Object> event, String name) {
        return event.get(name) instanceof String text ? text : "";
    }

    /** The payment, link or endpoint that the route is about; empty if it is about none. */
    public String id() {
        return path.getOrDefault("id", "");
    }

    /** The same for a log. A text that cannot be a payment's id is not logged, because a shop may have put its key there. */
    @Nullable
    String idToLog() {
        return Tokens.isPayment(id()) ? id() : null;
    }

    /** The shop that the route names; empty if it names none. */
    String shop() {
        return path.getOrDefault("shop", "");
    }

    String token() {
        return path.getOrDefault("token", "");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    public static Map<String, String> texts(@Nullable Object value) {
        return value == null ? Map.of() : (Map) value;
    }

    private static Map<String, String> anyCase(Map<String, String> headers) {
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        return byName;
    }

    public static byte[] body(Map<String, Object> event) {
        String body = (String) event.getOrDefault("body", "");
        if (body == null) return new byte[0];
        return Boolean.TRUE.equals(event.get("isBase64Encoded"))
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }
}
