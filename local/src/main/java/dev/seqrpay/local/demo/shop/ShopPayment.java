package dev.seqrpay.local.demo.shop;

import java.time.Instant;
import java.util.Map;

/** A payment as our API shows it to its shop. */
public record ShopPayment(Map<String, Object> json) {
    public String id() {
        return (String) json.get("id");
    }

    public String status() {
        return (String) json.get("status");
    }

    boolean hasEndedUnpaid() {
        return status().equals("CANCELED") || status().equals("FAILED");
    }

    public String qrCode() {
        return (String) json.get("qrCode");
    }

    public Instant expiresAt() {
        return Instant.parse((String) json.get("expiresAt"));
    }

    public String link(String name) {
        return (String) ((Map<?, ?>) json.get("links")).get(name);
    }

    /** What was given back so far, in öre. */
    long refunded() {
        return json.get("refundedAmount") instanceof Map<?, ?> amount ? Kronor.parse((String) amount.get("value")) : 0;
    }
}
