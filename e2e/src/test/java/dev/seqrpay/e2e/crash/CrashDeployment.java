package dev.seqrpay.e2e.crash;

import dev.seqrpay.merchant.ApiKey;
import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.webhook.WebhookEndpoint;
import dev.seqrpay.webhook.WebhookEndpoint.Target;
import dev.seqrpay.wiring.Wiring;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.jr.ob.JSON;

/** A deployment with one webshop, and the calls that are made to it. */
final class CrashDeployment {
    private static final String ORDER = """
            {"orderId": "%1$s", "totalAmount": {"currency": "SEK", "value": "100.00"}, "invoiceRows": [
              {"itemQuantity": "1", "itemTotalAmount": {"currency": "SEK", "value": "100.00"}}]}""";

    private final ApiKey.Text key = ApiKey.Text.issue("test", "shop", 1, new byte[32]);
    private final Map<String, String> environment;
    private final String name;

    CrashDeployment(Map<String, String> environment, String name) {
        this.environment = environment;
        this.name = name;
        var merchants = new Wiring(environment, line -> {}).merchants();
        merchants.put(new Merchant("shop", "Shop", List.of("https://shop.example")));
        merchants.put(key.stored(EnumSet.allOf(Scope.class)));
        Target nowhere = new Target(URI.create("http://127.0.0.1:1/hook"), Set.of());
        new Wiring(environment, line -> {})
                .webhookEndpoints()
                .put(WebhookEndpoint.created("we_shop_" + "a".repeat(26), nowhere, 1, Instant.EPOCH));
    }

    Map<String, String> environment() {
        return environment;
    }

    /** The numbers of its orders begin with this, and no others do. */
    String orders() {
        return name + "-";
    }

    FunctionCall checkout(String order) {
        return http("Checkout", "POST /checkout", Map.of(), order, ORDER.formatted(orders() + order));
    }

    FunctionCall cancel(String payment) {
        return http("CancelPayment", "POST /payments/{id}/cancel", Map.of("id", payment), "", "");
    }

    FunctionCall refund(String payment, String key, String amount) {
        String body = "{\"amount\": {\"currency\": \"SEK\", \"value\": \"" + amount + "\"}}";
        return http("RefundPayment", "POST /payments/{id}/refunds", Map.of("id", payment), key, body);
    }

    /** @param view the address of the payment's page */
    FunctionCall status(String view) {
        return http("PaymentStatus", "GET /pay/{id}/{token}/status", idAndToken(view), "", "");
    }

    /** @param address SEQR's {@code notificationUrl} */
    FunctionCall notification(String address) {
        return http("Notification", "POST /notifications/{id}/{token}", idAndToken(address), "", "");
    }

    FunctionCall sweep(Duration ahead) {
        return new FunctionCall("Sweep", environment, ahead, Map.of());
    }

    /** The stream tells of the payment. */
    FunctionCall publish(String payment) {
        Map<String, Object> keys = Map.of("pk", Map.of("S", "PAY#" + payment), "sk", Map.of("S", "OB#000003"));
        return new FunctionCall(
                "Publish",
                environment,
                Duration.ZERO,
                Map.of("Records", List.of(Map.of("dynamodb", Map.of("Keys", keys)))));
    }

    /** The last two minutes in which something may be open, and the schedule that finds what was not told. */
    void sweepTwiceAndPublish() {
        sweep(Duration.ofMinutes(16)).run();
        sweep(Duration.ofMinutes(17)).run();
        new FunctionCall("Publish", environment, Duration.ofMinutes(20), Map.of()).run();
    }

    private static Map<String, String> idAndToken(String address) {
        String[] path = address.split("/");
        return Map.of("id", path[path.length - 2], "token", path[path.length - 1]);
    }

    private FunctionCall http(
            String function, String route, Map<String, String> path, String idempotencyKey, String body) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("routeKey", route);
        event.put("pathParameters", path);
        event.put("headers", Map.of("authorization", "Bearer " + key.reveal(), "idempotency-key", idempotencyKey));
        event.put("requestContext", Map.of("domainName", "shop.example", "http", Map.of("method", "POST")));
        event.put("body", body);
        return new FunctionCall(function, environment, Duration.ZERO, JSON.std.mapFrom(JSON.std.asString(event)));
    }
}
