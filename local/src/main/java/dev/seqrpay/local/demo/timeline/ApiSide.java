package dev.seqrpay.local.demo.timeline;

/** Who calls a route: each side of the API has paths of its own. */
final class ApiSide {
    private ApiSide() {}

    static String of(String route) {
        String path = route.substring(route.indexOf(' ') + 1);
        if (path.startsWith("/notifications/")) return "SEQR";
        if (path.startsWith("/checkout") || path.startsWith("/payments")) return "webshop";
        return "browser";
    }
}
