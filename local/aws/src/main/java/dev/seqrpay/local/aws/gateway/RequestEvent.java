package dev.seqrpay.local.aws.gateway;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.jr.ob.JSON;

/** The event that API Gateway makes of a request to an HTTP API, payload format 2.0. */
final class RequestEvent {
    private static final DateTimeFormatter LOG_TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final HttpServerExchange exchange;
    private final RouteChoice.Match match;
    private final byte[] body;
    private final String requestId;

    RequestEvent(HttpServerExchange exchange, RouteChoice.Match match, byte[] body, String requestId) {
        this.exchange = exchange;
        this.match = match;
        this.body = body;
        this.requestId = requestId;
    }

    byte[] toJson() throws IOException {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("version", "2.0");
        event.put("routeKey", match.route().text());
        // unlike the query, the path comes decoded: so does API Gateway's own
        event.put("rawPath", PercentEncoding.decodePath(exchange.getRequestPath()));
        event.put("rawQueryString", exchange.getQueryString());
        putUnlessEmpty(event, "cookies", cookies());
        event.put("headers", headers());
        putUnlessEmpty(event, "queryStringParameters", PercentEncoding.decodeQuery(exchange.getQueryString()));
        event.put("requestContext", context(Instant.now()));
        putUnlessEmpty(event, "pathParameters", pathParameters());
        boolean text = TextTypes.includes(exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE));
        if (body.length > 0)
            event.put(
                    "body",
                    text
                            ? new String(body, StandardCharsets.UTF_8)
                            : Base64.getEncoder().encodeToString(body));
        event.put("isBase64Encoded", body.length > 0 && !text);
        return JSON.std.asBytes(event);
    }

    private Map<String, Object> context(Instant now) {
        Map<String, Object> context = new LinkedHashMap<>();
        String host = exchange.getHostName();
        context.put("accountId", "000000000000");
        context.put("apiId", "local");
        context.put("domainName", host);
        context.put("domainPrefix", host.split("\\.", 2)[0]);
        context.put("http", http());
        context.put("requestId", requestId);
        context.put("routeKey", match.route().text());
        context.put("stage", "$default");
        context.put("time", LOG_TIME.format(now));
        context.put("timeEpoch", now.toEpochMilli());
        return context;
    }

    private Map<String, Object> http() {
        Map<String, Object> http = new LinkedHashMap<>();
        http.put("method", exchange.getRequestMethod().toString());
        http.put("path", PercentEncoding.decodePath(exchange.getRequestPath()));
        http.put("protocol", exchange.getProtocol().toString());
        http.put("sourceIp", sourceIp());
        String agent = exchange.getRequestHeaders().getFirst(Headers.USER_AGENT);
        http.put("userAgent", agent == null ? "" : agent);
        return http;
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>();
        for (HeaderValues values : exchange.getRequestHeaders())
            headers.put(values.getHeaderName().toString().toLowerCase(Locale.ROOT), String.join(",", values));
        headers.remove("cookie");
        headers.merge("x-forwarded-for", sourceIp(), (former, latest) -> former + ", " + latest);
        headers.put("x-forwarded-port", String.valueOf(exchange.getHostPort()));
        headers.put("x-forwarded-proto", exchange.getRequestScheme());
        return headers;
    }

    private List<String> cookies() {
        HeaderMap headers = exchange.getRequestHeaders();
        if (!headers.contains(Headers.COOKIE)) return List.of();
        return headers.get(Headers.COOKIE).stream()
                .flatMap(line -> Arrays.stream(line.split(";\\s*")))
                .toList();
    }

    private Map<String, String> pathParameters() {
        Map<String, String> decoded = new LinkedHashMap<>();
        match.parameters().forEach((name, value) -> decoded.put(name, PercentEncoding.decodePath(value)));
        return decoded;
    }

    private String sourceIp() {
        return exchange.getSourceAddress().getAddress().getHostAddress();
    }

    private static void putUnlessEmpty(Map<String, Object> event, String name, Object value) {
        boolean empty = value instanceof Map<?, ?> map ? map.isEmpty() : ((List<?>) value).isEmpty();
        if (!empty) event.put(name, value);
    }
}
