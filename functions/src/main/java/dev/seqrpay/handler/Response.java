package dev.seqrpay.handler;

import java.util.HashMap;
import java.util.Map;

/** What goes back to API Gateway. Nothing of a payment is ever kept by a cache. */
record Response(int status, Map<String, String> headers, String body) {

    static Response json(int status, Object value) {
        return of(status, "application/json", Json.write(value));
    }

    static Response of(int status, String contentType, String body) {
        return new Response(
                status,
                Map.of(
                        "content-type", contentType,
                        "cache-control", "no-store",
                        "x-content-type-options", "nosniff"),
                body);
    }

    static Response empty(int status) {
        return new Response(status, Map.of("cache-control", "no-store"), "");
    }

    Response with(String header, String value) {
        return with(Map.of(header, value));
    }

    Response with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        return new Response(status, all, body);
    }

    Map<String, Object> event() {
        return Map.of("statusCode", status, "headers", headers, "body", body, "isBase64Encoded", false);
    }
}
