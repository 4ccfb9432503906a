package dev.seqrpay.http;

import dev.seqrpay.payment.Buyer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What SEQR posts when somebody has scanned a printed code (contract, "Instant checkout"). What it says of the buyer is taken as
 * far as it can be read: a wrong address must not cost a sale.
 */
public record PurchaseBody(String purchaseToken, Buyer buyer) {
    private static final int LONGEST = 200;

    public static PurchaseBody read(byte[] body) {
        Map<String, Object> json;
        try {
            json = Json.object(body);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("body", String.valueOf(e.getMessage()));
        }
        String token = text(json, "purchaseToken");
        if (token == null) throw Problem.invalid("purchaseToken", "is missing");
        return new PurchaseBody(
                token,
                new Buyer(
                        text(json, "clientName"),
                        text(json, "street"),
                        text(json, "city"),
                        text(json, "country"),
                        text(json, "state"),
                        text(json, "zip"),
                        text(json, "email"),
                        text(json, "msisdn")));
    }

    private static @Nullable String text(Map<String, Object> json, String name) {
        if (!(json.get(name) instanceof String text)) return null;
        try {
            String line = Text.shown(text, LONGEST);
            return line.isEmpty() ? null : line;
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
