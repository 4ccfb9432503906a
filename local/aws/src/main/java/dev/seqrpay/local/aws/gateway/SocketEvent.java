package dev.seqrpay.local.aws.gateway;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/**
 * The event that API Gateway makes of what happens on a socket.
 *
 * @param query of the request that opened it; only that event has it
 * @param body {@code null} when it is opened
 */
@RecordBuilder
record SocketEvent(
        String route,
        String connectionId,
        String domain,
        String sourceIp,
        Map<String, String> query,
        @Nullable String body) {

    static SocketEvent connect(HttpServerExchange exchange, String connectionId) {
        return new SocketEvent(
                "$connect",
                connectionId,
                exchange.getHostName(),
                exchange.getSourceAddress().getAddress().getHostAddress(),
                PercentEncoding.decodeQuery(exchange.getQueryString()),
                null);
    }

    SocketEvent message(String text) {
        return SocketEventBuilder.builder(this)
                .route("$default")
                .query(Map.of())
                .body(text)
                .build();
    }

    byte[] toJson() throws IOException {
        Map<String, Object> event = new LinkedHashMap<>();
        if (!query.isEmpty()) event.put("queryStringParameters", query);
        event.put("requestContext", context(Instant.now()));
        if (body != null) event.put("body", body);
        event.put("isBase64Encoded", false);
        return JSON.std.asBytes(event);
    }

    private Map<String, Object> context(Instant now) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("routeKey", route);
        context.put("eventType", body == null ? "CONNECT" : "MESSAGE");
        context.put("connectionId", connectionId);
        context.put("domainName", domain);
        context.put("stage", "live");
        context.put("requestId", UUID.randomUUID().toString());
        context.put("requestTimeEpoch", now.toEpochMilli());
        context.put("identity", Map.of("sourceIp", sourceIp));
        return context;
    }
}
