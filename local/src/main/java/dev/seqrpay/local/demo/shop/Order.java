package dev.seqrpay.local.demo.shop;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a shopper buys.
 *
 * @param quantities by SKU
 * @param paymentId empty until the payment is made
 */
@RecordBuilder
public record Order(String id, Instant at, Map<String, Integer> quantities, String paymentId) {

    private static final String ID_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int ID_LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    static String newId() {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < ID_LENGTH; i++) id.append(ID_ALPHABET.charAt(RANDOM.nextInt(ID_ALPHABET.length())));
        return id.toString();
    }

    static boolean isId(String text) {
        return text.matches("[" + ID_ALPHABET + "]{" + ID_LENGTH + "}");
    }

    Order paidWith(String payment) {
        return OrderBuilder.builder(this).paymentId(payment).build();
    }

    List<Product> products() {
        return Product.ALL.stream()
                .filter(product -> quantities.containsKey(product.sku()))
                .toList();
    }

    int quantity(Product product) {
        return quantities.getOrDefault(product.sku(), 0);
    }

    long total() {
        return products().stream()
                .mapToLong(product -> product.times(quantity(product)))
                .sum();
    }

    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("at", at.toString());
        json.put("quantities", quantities);
        json.put("paymentId", paymentId);
        return json;
    }

    static Order fromJson(Map<?, ?> json) {
        if (!(json.get("quantities") instanceof Map<?, ?> bought)) throw new IllegalArgumentException("No quantities");
        Map<String, Integer> quantities = new LinkedHashMap<>();
        bought.forEach((sku, quantity) -> quantities.put(sku.toString(), ((Number) quantity).intValue()));
        return new Order(
                JsonText.of(json, "id"),
                Instant.parse(JsonText.of(json, "at")),
                quantities,
                JsonText.of(json, "paymentId"));
    }
}
