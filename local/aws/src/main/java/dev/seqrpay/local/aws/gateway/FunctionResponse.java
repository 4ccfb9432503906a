package dev.seqrpay.local.aws.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/** What a function answers, in payload format 2.0, as an HTTP response. */
record FunctionResponse(int status, Map<String, String> headers, List<String> cookies, byte[] body) {
    /** API Gateway's own refusals. */
    static FunctionResponse message(int status, String message) {
        byte[] body = ("{\"message\":\"" + message + "\"}").getBytes(UTF_8);
        return new FunctionResponse(status, Map.of("Content-Type", "application/json"), List.of(), body);
    }

    /** An answer without {@code statusCode} is taken for the JSON body of a 200. */
    static FunctionResponse parse(byte[] answer) throws IOException {
        if (!(JSON.std.anyFrom(answer) instanceof Map<?, ?> map) || !map.containsKey("statusCode"))
            return new FunctionResponse(200, Map.of("Content-Type", "application/json"), List.of(), answer);
        Map<String, String> headers = new LinkedHashMap<>();
        if (map.get("headers") instanceof Map<?, ?> given)
            given.forEach((name, value) -> headers.put(name.toString(), value.toString()));
        List<String> cookies = new ArrayList<>();
        if (map.get("cookies") instanceof List<?> given) given.forEach(cookie -> cookies.add(cookie.toString()));
        return new FunctionResponse(Integer.parseInt(map.get("statusCode").toString()), headers, cookies, body(map));
    }

    private static byte[] body(Map<?, ?> answer) {
        if (answer.get("body") == null) return new byte[0];
        String body = answer.get("body").toString();
        return Boolean.TRUE.equals(answer.get("isBase64Encoded"))
                ? Base64.getDecoder().decode(body)
                : body.getBytes(UTF_8);
    }

    void send(HttpServerExchange exchange) {
        exchange.setStatusCode(status);
        headers.forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
        cookies.forEach(cookie -> exchange.getResponseHeaders().add(Headers.SET_COOKIE, cookie));
        if (body.length > 0 && !exchange.getResponseHeaders().contains(Headers.CONTENT_TYPE))
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain; charset=utf-8");
        // a function answers HEAD with the length of what GET would send, and nothing else
        if (exchange.getRequestMethod().equals(Methods.HEAD) && body.length == 0) exchange.endExchange();
        else exchange.getResponseSender().send(ByteBuffer.wrap(body));
    }
}
