package dev.seqrpay.handler;

import java.util.List;
import java.util.stream.Collectors;

/** The routes of {@code template.yaml}, so that a wrong method can be told from a wrong path. */
final class Routes {
    static final List<String> ALL = List.of(
            "POST /checkout",
            "GET /payments",
            "GET /payments/{id}",
            "GET /payments/{id}/events",
            "GET /payments/{id}/refunds",
            "POST /payments/{id}/cancel",
            "POST /payments/{id}/refunds",
            "GET /notifications/{id}/{token}",
            "POST /notifications/{id}/{token}",
            "GET /pay/{id}/{token}",
            "GET /pay/{id}/{token}/status",
            "GET /pay/{id}/{token}/view",
            "POST /pay/{id}/{token}/cancel",
            "GET /pay/{id}/{token}/qr.svg",
            "GET /pay/{id}/{token}/logo",
            "GET /pay/{id}/{token}/receipt",
            "GET /assets/{file}",
            "GET /seqr.js");

    private Routes() {}

    /** 405 if the path takes other methods, else 404. */
    static Response unknown(Request request) {
        String[] path = request.rawPath().split("/", -1);
        String allowed = ALL.stream()
                .filter(route -> matches(route.substring(route.indexOf('/')).split("/", -1), path))
                .map(route -> route.substring(0, route.indexOf(' ')))
                .collect(Collectors.joining(", "));
        if (allowed.isEmpty()) throw Problem.notFound();
        throw new Problem(405, "Method not allowed", "This address takes " + allowed + ".").header("allow", allowed);
    }

    private static boolean matches(String[] pattern, String[] path) {
        if (pattern.length != path.length) return false;
        for (int i = 0; i < path.length; i++)
            if (pattern[i].startsWith("{") ? path[i].isEmpty() : !pattern[i].equals(path[i])) return false;
        return true;
    }
}
