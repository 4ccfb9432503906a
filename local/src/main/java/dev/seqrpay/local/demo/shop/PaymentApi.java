package dev.seqrpay.local.demo.shop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** The payment API as a webshop calls it: over HTTP, with the secret key, from its server and never from a page. */
public final class PaymentApi {
    private static final Duration PATIENCE = Duration.ofSeconds(35);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String url;
    private final String secretKey;

    public PaymentApi(String url, String secretKey) {
        this.url = url;
        this.secretKey = secretKey;
    }

    /**
     * However often an order is checked out with the same key, there is one payment.
     *
     * @param page the order's own page in the shop
     * @param leads whether the payment page leads there by itself in the end
     */
    ShopPayment checkout(Order order, String key, String page, boolean leads) throws PaymentApiException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("orderId", order.id());
        body.put("openPayment", "replace");
        body.put("title", "Nordlys order " + order.id());
        body.put("totalAmount", Kronor.json(order.total()));
        body.put("invoiceRows", rows(order));
        body.put("backURL", page);
        body.put("renewURL", page + "/renew");
        if (leads) body.put("returnURL", page);
        if (leads) body.put("cancelURL", page);
        return new ShopPayment(send(post("/checkout", key, body)));
    }

    ShopPayment read(String paymentId) throws PaymentApiException {
        return new ShopPayment(send(request("/payments/" + paymentId).GET()));
    }

    void cancel(String paymentId) throws PaymentApiException {
        send(post("/payments/" + paymentId + "/cancel", "cancel-" + paymentId, Map.of()));
    }

    void refund(String paymentId, long ore, String idempotencyKey) throws PaymentApiException {
        send(post("/payments/" + paymentId + "/refunds", idempotencyKey, Map.of("amount", Kronor.json(ore))));
    }

    private static List<Map<String, Object>> rows(Order order) {
        return order.products().stream()
                .map(product -> row(product, order.quantity(product)))
                .toList();
    }

    private static Map<String, Object> row(Product product, int quantity) {
        return Map.of(
                "itemDescription", product.name(),
                "itemSKU", product.sku(),
                "itemQuantity", String.valueOf(quantity),
                "itemUnit", "pcs",
                "itemUnitPrice", Kronor.json(product.price()),
                "itemTotalAmount", Kronor.json(product.times(quantity)),
                "itemTaxRate", String.valueOf(Product.TAX_PERCENT));
    }

    private HttpRequest.Builder post(String path, String idempotencyKey, Map<String, Object> body) {
        return request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(JSON.std.asString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + secretKey);
    }

    private Map<String, Object> send(HttpRequest.Builder request) throws PaymentApiException {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            Map<String, Object> body = JSON.std.mapFrom(response.body());
            if (response.statusCode() >= 400) throw PaymentApiException.refused(response.statusCode(), body);
            return body;
        } catch (IOException | JacksonException e) {
            throw new PaymentApiException("The payment service gave no answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PaymentApiException("Interrupted");
        }
    }
}
