package dev.seqrpay.http;

import dev.seqrpay.web.ErrorPage;
import dev.seqrpay.web.PageHeaders;
import dev.seqrpay.web.Preferences;
import dev.seqrpay.web.Texts;
import java.util.List;
import java.util.Map;

/**
 * Who asks, which decides how an answer looks. A shop's server gets SEQR's codes, a shopper does not. A script in any page may
 * read the answers to a shopper's view, errors included, because they need nothing but the address. A person who opens a bad
 * link in a browser gets a page.
 */
record Audience(Request request, boolean isShop) {
    private static final Map<String, String> ANY_PAGE =
            Map.of("access-control-allow-origin", "*", "access-control-expose-headers", "retry-after");

    private static final List<String> SHOPS = List.of(
            "/payments", "/checkout", "/events", "/webhooks", "/links", "/health", "/reconciliations", "/settlements");

    static Audience of(Request request) {
        String path = request.rawPath();
        return new Audience(request, SHOPS.stream().anyMatch(path::startsWith));
    }

    Response told(Problem problem) {
        if (isShop) return problem.response();
        Response response = problem.withoutCodes().response();
        return wantsPage() ? page(response) : response.with(ANY_PAGE);
    }

    /** Browsers name HTML where a person looks, and not where a script asks. */
    private boolean wantsPage() {
        return !request.route().isEmpty()
                && request.header("accept").filter(Preferences::wantsHtml).isPresent();
    }

    private Response page(Response problem) {
        String language = Texts.choose(
                request.query().get("lang"), request.header("accept-language").orElse(null));
        String html = ErrorPage.html(problem.status() < 500, language);
        return new Response(problem.status(), problem.headers(), html).with(PageHeaders.ERROR);
    }

    /** What a shopper's view asks for. */
    Response heard(Response response) {
        return isForViews(request.route()) ? response.with(ANY_PAGE) : response;
    }

    private static boolean isForViews(String route) {
        return switch (route) {
            case "GET /pay/{id}/{token}/status", "GET /pay/{id}/{token}/view", "POST /pay/{id}/{token}/cancel" -> true;
            default -> false;
        };
    }
}
