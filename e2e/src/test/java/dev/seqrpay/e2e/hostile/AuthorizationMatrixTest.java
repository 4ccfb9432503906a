package dev.seqrpay.e2e.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.merchant.ApiKey;
import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.merchant.Brand;
import dev.seqrpay.merchant.Logo;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.simulator.SimulatorOptions;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route of the template, two shops, and every key that somebody may come with. */
class AuthorizationMatrixTest {
    /** What each key gets: none or malformed, unknown, another deployment's, without the scope, the other shop's, the right one. */
    private static final String MATRIX = """
            route                              bad  scope  other  right
            POST /checkout                     401  403    201    201
            GET /payments                      401  403    200    200
            HEAD /payments                     401  403    200    200
            GET /payments/{id}                 401  403    404    200
            HEAD /payments/{id}                401  403    404    200
            PATCH /payments/{id}               401  403    404    409
            GET /payments/{id}/events          401  403    404    200
            HEAD /payments/{id}/events         401  403    404    200
            GET /payments/{id}/refunds         401  403    404    200
            HEAD /payments/{id}/refunds        401  403    404    200
            POST /payments/{id}/refunds        401  403    404    409
            POST /payments/{id}/cancel         401  403    404    200
            POST /payments/{id}/capture        401  403    404    409
            POST /payments/{id}/resolution     401  403    404    409
            POST /payments/{id}/refunds/{refund}/resolution  401  403  404  409
            GET /health                        401  403    200    200
            HEAD /health                       401  403    200    200
            POST /reconciliations              401  403    409    409
            GET /reconciliations/{id}          401  403    404    404
            HEAD /reconciliations/{id}         401  403    404    404
            GET /settlements/{day}             401  403    410    410
            HEAD /settlements/{day}            401  403    410    410
            GET /events                        401  403    200    200
            HEAD /events                       401  403    200    200
            POST /events/{id}/resend           401  403    404    202
            GET /webhooks                      401  403    200    200
            HEAD /webhooks                     401  403    200    200
            POST /webhooks                     401  403    400    400
            GET /webhooks/{id}                 401  403    404    200
            HEAD /webhooks/{id}                401  403    404    200
            PATCH /webhooks/{id}               401  403    404    200
            DELETE /webhooks/{id}              401  403    404    404
            POST /webhooks/{id}/secret         401  403    404    200
            POST /webhooks/{id}/ping           401  403    404    202
            POST /webhooks/{id}/resend         401  403    404    202
            GET /webhooks/{id}/deliveries      401  403    404    200
            HEAD /webhooks/{id}/deliveries     401  403    404    200
            GET /links                         401  403    200    200
            HEAD /links                        401  403    200    200
            POST /links                        401  403    400    400
            GET /links/{id}                    401  403    404    200
            HEAD /links/{id}                   401  403    404    200
            PATCH /links/{id}                  401  403    404    200
            GET /link/{shop}/{id}/{token}      200  200    200    200
            HEAD /link/{shop}/{id}/{token}     200  200    200    200
            POST /link/{shop}/{id}/{token}     303  303    303    303
            GET /link/{shop}/{id}/{token}/qr.svg   200  200  200  200
            HEAD /link/{shop}/{id}/{token}/qr.svg  200  200  200  200
            GET /link/{shop}/{id}/{token}/logo     200  200  200  200
            HEAD /link/{shop}/{id}/{token}/logo    200  200  200  200
            POST /instant/{shop}/{token}/createPurchase  200  200  200  200
            GET /pay/{id}/{token}              200  200    200    200
            HEAD /pay/{id}/{token}             200  200    200    200
            GET /pay/{id}/{token}/status       200  200    200    200
            HEAD /pay/{id}/{token}/status      200  200    200    200
            GET /pay/{id}/{token}/qr.svg       200  200    200    200
            HEAD /pay/{id}/{token}/qr.svg      200  200    200    200
            GET /pay/{id}/{token}/logo         200  200    200    200
            HEAD /pay/{id}/{token}/logo        200  200    200    200
            GET /pay/{id}/{token}/receipt      200  200    200    200
            HEAD /pay/{id}/{token}/receipt     200  200    200    200
            GET /pay/{id}/{token}/view         200  200    200    200
            HEAD /pay/{id}/{token}/view        200  200    200    200
            POST /pay/{id}/{token}/cancel      200  200    200    200
            GET /seqr.js                       200  200    200    200
            HEAD /seqr.js                      200  200    200    200
            GET /.well-known/jwks.json         200  200    200    200
            HEAD /.well-known/jwks.json        200  200    200    200
            GET /notifications/{id}/{token}    204  204    204    204
            HEAD /notifications/{id}/{token}   204  204    204    204
            POST /notifications/{id}/{token}   204  204    204    204
            GET /assets/{file}                 200  200    200    200
            HEAD /assets/{file}                200  200    200    200
            $default                           404  404    404    404""";

    private static final Map<String, Scope> SCOPES = Map.of(
            "POST /checkout", Scope.CHECKOUT,
            "POST /links", Scope.CHECKOUT,
            "PATCH /links/{id}", Scope.CHECKOUT,
            "PATCH /payments/{id}", Scope.CHECKOUT,
            "POST /payments/{id}/capture", Scope.CHECKOUT,
            "POST /payments/{id}/refunds", Scope.REFUND,
            "POST /payments/{id}/resolution", Scope.RESOLVE,
            "POST /payments/{id}/refunds/{refund}/resolution", Scope.RESOLVE,
            "POST /payments/{id}/cancel", Scope.CANCEL,
            "POST /reconciliations", Scope.RESOLVE);

    /** The scope that opens the route; {@code null} for one that no key opens. */
    private static Scope scope(String route) {
        String path = route.replaceFirst("^\\w+ ", "");
        if (path.startsWith("/webhooks") || path.endsWith("/resend")) return Scope.WEBHOOKS;
        if (path.startsWith("/payments")
                || path.startsWith("/links")
                || path.startsWith("/events")
                || path.startsWith("/reconciliations")
                || path.startsWith("/settlements")
                || path.equals("/health")) return SCOPES.getOrDefault(route, Scope.READ);
        return SCOPES.get(route);
    }

    private static final Logo LOGO = new Logo("\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1));
    private static final String MISSING = "pay_" + "a".repeat(26);

    private static LiveApi api;
    private static RawHttp http;
    private static String payment;
    private static String viewToken;
    private static String endpoint;
    private static String event;
    private static String notificationToken;
    private static String link;
    private static String linkToken;
    private static String purchasesToken;

    @BeforeAll
    static void start() throws IOException {
        api = new LiveApi(SimulatorOptions.standard(), "m".repeat(43));
        http = new RawHttp(api.url());
        for (String shop : List.of("one", "two")) {
            api.merchants().put(new Merchant(shop, shop, List.of("https://shop.example"), new Brand(null, LOGO)));
            api.merchants().put(key(shop, 1).stored(EnumSet.allOf(Scope.class)));
        }
        for (Scope scope : Scope.values())
            api.merchants().put(without(scope).stored(EnumSet.complementOf(EnumSet.of(scope))));
        http.send(GoodOrders.checkout(key("one", 1).reveal(), "order"));
        var invoice = api.seqr().core().invoices().get(0).invoice();
        payment = invoice.notificationUrl().split("/")[4];
        notificationToken = invoice.notificationUrl().split("/")[5];
        viewToken = invoice.backUrl().split("/")[5];
        String one = key("one", 1).reveal();
        endpoint = id(
                http.send(GoodOrders.authorized(one, "x", "POST /webhooks", "{\"url\":\"http://127.0.0.1:1/hook\"}")));
        event = id(http.send(GoodOrders.authorized(one, "x", "POST /webhooks/" + endpoint + "/ping", "")));
        // one for one payment would be another page once it is opened
        RawHttp.Answer made =
                http.send(GoodOrders.authorized(one, "x", "POST /links", GoodOrders.reusableLink("link")));
        link = id(made);
        linkToken = made.body().replaceFirst("(?s).*/link/one/\\w+/(\\w+)\".*", "$1");
        purchasesToken = made.body().replaceFirst("(?s).*/instant/one/(\\w+)/createPurchase.*", "$1");
        // cancelled, so that a request that may cancel, ask or notify changes nothing for the next one
        send("POST /payments/{id}/cancel", payment, key("one", 1).reveal());
    }

    private static String id(RawHttp.Answer answer) {
        return answer.body().replaceFirst("(?s).*?\"(we_[^\"]*|evt_[^\"]*|link_[^\"]*)\".*", "$1");
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    static Stream<Arguments> rows() {
        return MATRIX.lines().skip(1).map(row -> row.split("  +")).map(row -> Arguments.of((Object[]) row));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void lets_in_whom_the_matrix_lets_in(String route, int bad, int scope, int other, int right) throws IOException {
        String good = key("one", 1).reveal();
        for (String key : new String[] {
            "",
            "x",
            good.substring(1),
            good.replace('0', 'g'),
            good.replace("_test_", "_live_"),
            key("one", 9).reveal(),
            key("unknown", 1).reveal(),
            good.replaceFirst("0$", "1")
        }) assertThat(send(route, payment, key).status()).as(key).isEqualTo(bad);
        for (Scope each : Scope.values()) {
            boolean isNeeded = each == scope(route);
            assertThat(send(route, payment, without(each).reveal()).status())
                    .as("without " + each)
                    .isEqualTo(isNeeded ? scope : right);
        }
        assertThat(send(route, payment, key("two", 1).reveal()).status()).isEqualTo(other);
        assertThat(send(route, payment, good).status()).isEqualTo(right);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void shows_anothers_payment_like_one_that_is_not_there(String route, int bad, int scope, int other, int right)
            throws IOException {
        if (other != 404) return;
        String theOthers = key("two", 1).reveal();
        RawHttp.Answer there = send(route, payment, theOthers);
        RawHttp.Answer missing = send(route, MISSING, theOthers);
        assertThat(withoutRequestId(there.body())).isEqualTo(withoutRequestId(missing.body()));
        assertThat(withoutRequest(there.head())).isEqualTo(withoutRequest(missing.head()));
    }

    /** As a client may send that posts more than anybody needs. */
    @ParameterizedTest
    @CsvSource({
        "70000, application/x-www-form-urlencoded",
        "70000, application/json",
        "5000000, text/plain",
        "5000000, application/octet-stream",
        "5000000, multipart/form-data; boundary=x"
    })
    void takes_a_notification_with_a_body_of_any_size_and_type(int bytes, String type) throws IOException {
        String request = RawHttp.request(
                "POST /notifications/" + payment + "/" + notificationToken, "a".repeat(bytes), "Content-Type: " + type);
        assertThat(http.send(request).status()).isEqualTo(204);
    }

    @Test
    void finds_the_payments_of_an_order_for_its_own_shop_alone() throws IOException {
        assertThat(send("GET /payments", "", key("one", 1).reveal()).body()).contains("\"id\":\"" + payment + "\"");
        assertThat(send("GET /payments", "", key("two", 1).reveal()).body()).isEqualTo("{\"payments\":[]}");
    }

    @Test
    void names_every_route_of_the_template_and_every_scope() {
        Set<String> routes = api.stack().functions().stream()
                .flatMap(function -> function.function().routes().stream())
                .collect(Collectors.toSet());
        assertThat(rows().map(row -> (String) row.get()[0])).containsExactlyInAnyOrderElementsOf(routes);
        assertThat(rows().map(row -> scope((String) row.get()[0]))).contains(Scope.values());
    }

    /** The request's id and the second are all that may differ. */
    private static List<String> withoutRequest(String head) {
        return head.lines()
                .filter(line -> !line.startsWith("apigw-requestid:")
                        && !line.startsWith("request-id:")
                        && !line.startsWith("date:"))
                .toList();
    }

    private static String withoutRequestId(String body) {
        return body.replaceFirst("\"requestId\":\"[^\"]*\"", "");
    }

    private static RawHttp.Answer send(String route, String id, String key) throws IOException {
        String methodAndPath = route.replace("$default", "GET /nothing")
                .replace("{id}", named(route, id))
                .replace("{token}", token(route))
                .replace("{shop}", "one")
                .replace("{day}", "2026-01-31")
                .replace("{refund}", "ref_" + "a".repeat(26))
                .replace("{file}", "pay.000000000000.js");
        if (methodAndPath.endsWith(" /payments")) methodAndPath += "?orderId=order";
        if (methodAndPath.endsWith("/refunds") && methodAndPath.startsWith("POST"))
            return http.send(GoodOrders.refund(key, "refund", id, "1.00"));
        return http.send(
                route.equals("POST /checkout")
                        ? GoodOrders.checkout(key, "order")
                        : GoodOrders.authorized(key, "x", methodAndPath, body(route)));
    }

    private static String token(String route) {
        if (route.contains("/notifications/")) return notificationToken;
        if (route.contains("/link/")) return linkToken;
        return route.contains("/instant/") ? purchasesToken : viewToken;
    }

    /** What the route is about instead of the payment: the shop's endpoint or event, or one that is not there. */
    private static String named(String route, String id) {
        boolean isThere = id.equals(payment) && !route.startsWith("DELETE ");
        if (route.contains("/events/{id}")) return isThere ? event : "evt_999_a";
        if (route.contains("/webhooks/{id}"))
            return isThere ? endpoint : endpoint.replaceFirst(".{26}$", "a".repeat(26));
        if (route.contains("/link")) return isThere ? link : link.replaceFirst(".{26}$", "a".repeat(26));
        return id;
    }

    private static String body(String route) {
        if (route.equals("POST /webhooks/{id}/resend")) return "{\"event\":\"" + event + "\"}";
        if (route.endsWith("/refunds/{refund}/resolution")) return "{\"found\":\"settled\",\"by\":\"A\",\"why\":\"b\"}";
        if (route.endsWith("/resolution")) return "{\"found\":\"paid\",\"by\":\"A\",\"why\":\"b\"}";
        if (route.equals("PATCH /payments/{id}")) return GoodOrders.items("10.00");
        if (route.equals("PATCH /links/{id}")) return "{\"enabled\":true}";
        if (route.contains("/instant/")) return "{\"purchaseToken\":\"" + link + "\"}";
        return route.startsWith("PATCH ") || route.equals("POST /links") || route.equals("POST /webhooks") ? "{}" : "";
    }

    private static ApiKey.Text key(String shop, int number) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) 0);
        return ApiKey.Text.issue("test", shop, number, secret);
    }

    private static ApiKey.Text without(Scope scope) {
        return key("one", 2 + scope.ordinal());
    }
}
