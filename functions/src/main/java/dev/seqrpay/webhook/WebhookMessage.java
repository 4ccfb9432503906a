package dev.seqrpay.webhook;

import dev.seqrpay.event.FeedEvent;
import dev.seqrpay.webhook.WebhookEndpoint.Former;
import dev.seqrpay.webhook.WebhookEndpoint.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What is posted to an endpoint: the body, and the three headers of Standard Webhooks 1.0. The signature is one of
 * {@code id.timestamp.body}, by HMAC-SHA-256 ({@code v1}) and by Ed25519 ({@code v1a}), with each secret that is live.
 *
 * @param shop the id of the shop whose event it is; empty for the shop's own server, which knows it
 */
public record WebhookMessage(String shop, Map<String, String> headers, byte[] body) {
    private static final String MAC = "HmacSHA256";

    /** With one secret, for a receiver that has only that one. */
    public static WebhookMessage signed(String id, String json, byte[] secret, Instant now) {
        String timestamp = String.valueOf(now.getEpochSecond());
        return message("", id, timestamp, json, "v1," + base64(mac(secret, signed(id, timestamp, json))));
    }

    static WebhookMessage of(FeedEvent event, WebhookEndpoint endpoint, SigningKeys keys, Instant now) {
        String timestamp = String.valueOf(now.getEpochSecond());
        byte[] signed = signed(event.id(), timestamp, event.body());
        return message(
                event.merchantId(), event.id(), timestamp, event.body(), signatures(endpoint, keys, signed, now));
    }

    private static byte[] signed(String id, String timestamp, String json) {
        return (id + "." + timestamp + "." + json).getBytes(StandardCharsets.UTF_8);
    }

    private static WebhookMessage message(String shop, String id, String timestamp, String json, String signatures) {
        return new WebhookMessage(
                shop,
                Map.of(
                        "content-type", "application/json",
                        "user-agent", "seqrpay",
                        "webhook-id", id,
                        "webhook-timestamp", timestamp,
                        "webhook-signature", signatures),
                json.getBytes(StandardCharsets.UTF_8));
    }

    private static String signatures(WebhookEndpoint endpoint, SigningKeys keys, byte[] signed, Instant now) {
        List<String> signatures = new ArrayList<>();
        for (SigningSecret secret : live(endpoint, now)) {
            signatures.add("v1," + base64(mac(keys.secret(endpoint.id(), secret), signed)));
            signatures.add("v1a," + base64(keys.signature(endpoint.id(), secret, signed)));
        }
        return String.join(" ", signatures);
    }

    private static List<SigningSecret> live(WebhookEndpoint endpoint, Instant now) {
        Secrets secrets = endpoint.secrets();
        Former former = secrets.former();
        return former != null && former.until().isAfter(now)
                ? List.of(secrets.current(), former.secret())
                : List.of(secrets.current());
    }

    private static byte[] mac(byte[] secret, byte[] signed) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
