package dev.seqrpay.e2e.hostile;

/** Good requests, among all the bad ones. */
final class GoodOrders {
    private static final String ORDER = """
            {"orderId":"%s","totalAmount":{"currency":"SEK","value":"100.00"},\
            "invoiceRows":[{"itemQuantity":"1","itemTotalAmount":{"currency":"SEK","value":"100.00"}}]}""";

    private GoodOrders() {}

    /** Each key for an order of its own, with the key as its number. */
    static String checkout(String key, String idempotencyKey) {
        return authorized(key, idempotencyKey, "POST /checkout", String.format(ORDER, idempotencyKey));
    }

    /** The body of {@code POST /links}, for as many payments as one likes. */
    static String reusableLink(String order) {
        return String.format(ORDER, order).replaceFirst("\\{", "{\"reusable\":true,");
    }

    /** The same, to be reserved. */
    static String reservingCheckout(String key, String idempotencyKey) {
        String order = String.format(ORDER, idempotencyKey);
        return authorized(
                key,
                idempotencyKey,
                "POST /checkout",
                order.replaceFirst("\\{", "{\"paymentMode\":\"RESERVATION_REQUIRED\","));
    }

    /** The body of {@code PATCH /payments/{id}}. */
    static String items(String total) {
        return ORDER.replaceFirst("\"orderId\":\"%s\",", "").replace("100.00", total);
    }

    static String refund(String key, String idempotencyKey, String payment, String amount) {
        String body = "{\"amount\":{\"currency\":\"SEK\",\"value\":\"" + amount + "\"}}";
        return authorized(key, idempotencyKey, "POST /payments/" + payment + "/refunds", body);
    }

    static String authorized(String key, String idempotencyKey, String methodAndPath, String body) {
        return RawHttp.request(
                methodAndPath,
                body,
                "Authorization: Bearer " + key,
                "Idempotency-Key: " + idempotencyKey,
                "Content-Type: application/json");
    }
}
