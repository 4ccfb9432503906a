package dev.seqrpay.handler;

import dev.seqrpay.http.Json;
import dev.seqrpay.http.Request;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/**
 * What we use of an event of API Gateway's WebSocket API. The view id says which payment it is about: it is in the query when
 * the socket is opened ({@code ?view=}), and it is the whole text of every message.
 *
 * @param request the same as a request to the HTTP API, with id and token in the path
 */
record SocketCall(Request request, String connectionId) {
    static final String CONNECT = "$connect";

    static SocketCall read(InputStream in) throws IOException {
        Map<String, Object> event = JSON.std.mapFrom(in.readAllBytes());
        Map<String, Object> context = Json.asObject(event.getOrDefault("requestContext", Map.of()));
        String route = Request.text(context.containsKey("routeKey") ? context : event, "routeKey");
        byte[] body = Request.body(event);
        Map<String, String> query = Request.texts(event.get("queryStringParameters"));
        String viewId =
                CONNECT.equals(route) ? query.getOrDefault("view", "") : new String(body, StandardCharsets.UTF_8);
        String domain = Request.text(context, "domainName");
        Request request = new Request(route, "", "", path(viewId), Map.of(), Map.of(), domain, "", body);
        return new SocketCall(request, Request.text(context, "connectionId"));
    }

    private static Map<String, String> path(String viewId) {
        String[] idAndToken = viewId.strip().split("\\.", 2);
        return Map.of("id", idAndToken[0], "token", idAndToken.length == 2 ? idAndToken[1] : "");
    }
}
