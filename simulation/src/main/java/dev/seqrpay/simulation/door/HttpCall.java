package dev.seqrpay.simulation.door;

import dev.seqrpay.simulation.engine.Function;
import java.util.HashMap;
import java.util.Map;

/** One request as API Gateway hands it to a function: an event of payload format 2.0, with what our functions read of it. */
final class HttpCall {
    private final String route;
    private final Map<String, String> path = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>(Map.of("content-type", "application/json"));
    private final Map<String, String> query = new HashMap<>();
    private Map<String, ?> body = Map.of();

    private HttpCall(String route) {
        this.route = route;
    }

    static HttpCall of(String route) {
        return new HttpCall(route);
    }

    HttpCall by(String key) {
        return header("authorization", "Bearer " + key);
    }

    HttpCall header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    HttpCall path(String name, String value) {
        path.put(name, value);
        return this;
    }

    /** @param value null for none */
    HttpCall query(String name, Object value) {
        if (value != null) query.put(name, value.toString());
        return this;
    }

    HttpCall body(Map<String, ?> json) {
        body = json;
        return this;
    }

    HttpAnswer send(Lambda.Handler function) {
        String[] words = route.split(" ");
        String rawPath = words[1];
        for (Map.Entry<String, String> each : path.entrySet())
            rawPath = rawPath.replace("{" + each.getKey() + "}", each.getValue());
        Map<String, ?> context =
                Map.of("domainName", "pay.example", "http", Map.of("method", words[0], "path", rawPath));
        Map<String, Object> event = new HashMap<>(Map.of(
                "version",
                "2.0",
                "routeKey",
                route,
                "rawPath",
                rawPath,
                "headers",
                headers,
                "pathParameters",
                path,
                "requestContext",
                context,
                "isBase64Encoded",
                false));
        if (!query.isEmpty()) event.put("queryStringParameters", query);
        if (!body.isEmpty()) event.put("body", Lambda.json(body));
        return new HttpAnswer(Lambda.invoke(function, event, Function.PAGE));
    }
}
