package dev.seqrpay.local.demo.shop;

import java.time.Instant;
import java.util.Map;

/** A payment as our API shows it to its shop. */
public record ShopPayment(Map<String, Object> json) {
    public String id() {
        return JsonText.of(json, "id");
    }

    public String status() {
        return JsonText.of(json, "status");
    }

    boolean hasEndedUnpaid() {
        return status().equals("CANCELED") || status().equals("FAILED");
    }

    public String qrCode() {
        return JsonText.of(json, "qrCode");
    }

    public Instant expiresAt() {
        return Instant.parse(JsonText.of(json, "expiresAt"));
    }

    public String link(String name) {
        if (json.get("links") instanceof Map<?, ?> links) return JsonText.of(links, name);
        throw new IllegalArgumentException("The payment has no links");
    }

    /** What was given back so far, in öre. */
    long refunded() {
        return json.get("refundedAmount") instanceof Map<?, ?> amount ? Kronor.parse(JsonText.of(amount, "value")) : 0;
    }
}
