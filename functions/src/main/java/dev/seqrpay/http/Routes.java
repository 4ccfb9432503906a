package dev.seqrpay.http;

import java.util.List;
import java.util.stream.Stream;

/** The routes of {@code template.yaml}, so that a wrong method can be told from a wrong path. */
public final class Routes {
    public static final List<String> ALL = withHead(
            "POST /checkout",
            "GET /payments",
            "GET /payments/{id}",
            "PATCH /payments/{id}",
            "GET /payments/{id}/events",
            "GET /payments/{id}/refunds",
            "POST /payments/{id}/cancel",
            "POST /payments/{id}/capture",
            "POST /payments/{id}/refunds",
            "POST /payments/{id}/resolution",
            "POST /payments/{id}/refunds/{refund}/resolution",
            "GET /health",
            "GET /events",
            "POST /events/{id}/resend",
            "GET /webhooks",
            "POST /webhooks",
            "GET /webhooks/{id}",
            "PATCH /webhooks/{id}",
            "DELETE /webhooks/{id}",
            "POST /webhooks/{id}/secret",
            "POST /webhooks/{id}/ping",
            "POST /webhooks/{id}/resend",
            "GET /webhooks/{id}/deliveries",
            "POST /reconciliations",
            "GET /reconciliations/{id}",
            "GET /settlements/{day}",
            "GET /links",
            "POST /links",
            "GET /links/{id}",
            "PATCH /links/{id}",
            "GET /notifications/{id}/{token}",
            "POST /notifications/{id}/{token}",
            "GET /pay/{id}/{token}",
            "GET /pay/{id}/{token}/status",
            "GET /pay/{id}/{token}/view",
            "POST /pay/{id}/{token}/cancel",
            "GET /pay/{id}/{token}/qr.svg",
            "GET /pay/{id}/{token}/logo",
            "GET /pay/{id}/{token}/receipt",
            "GET /link/{shop}/{id}/{token}",
            "POST /link/{shop}/{id}/{token}",
            "GET /link/{shop}/{id}/{token}/qr.svg",
            "GET /link/{shop}/{id}/{token}/logo",
            "POST /instant/{shop}/{token}/createPurchase",
            "GET /.well-known/jwks.json",
            "GET /assets/{file}",
            "GET /seqr.js");

    private Routes() {}

    private static List<String> withHead(String... routes) {
        return Stream.of(routes)
                .flatMap(route -> route.startsWith("GET ")
                        ? Stream.of(route, "HEAD" + route.substring("GET".length()))
                        : Stream.of(route))
                .toList();
    }

    /**
     * 405 if the path takes other methods, else 404. API Gateway also sends paths here that only look like a route's, such as
     * {@code /%63heckout}.
     */
    public static Response unknown(Request request) {
        String[] path = request.rawPath().split("/", -1);
        List<String> methods = ALL.stream()
                .filter(route -> matches(route.substring(route.indexOf('/')).split("/", -1), path))
                .map(route -> route.substring(0, route.indexOf(' ')))
                .toList();
        if (methods.isEmpty() || methods.contains(request.method())) throw Problem.notFound();
        String allowed = String.join(", ", methods);
        throw new Problem(405, "Method not allowed", "This address takes " + allowed + ".").header("allow", allowed);
    }

    private static boolean matches(String[] pattern, String[] path) {
        if (pattern.length != path.length) return false;
        for (int i = 0; i < path.length; i++)
            if (pattern[i].startsWith("{") ? path[i].isEmpty() : !pattern[i].equals(path[i])) return false;
        return true;
    }
}
