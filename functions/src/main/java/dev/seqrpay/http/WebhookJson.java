package dev.seqrpay.http;

import dev.seqrpay.webhook.Delivery;
import dev.seqrpay.webhook.Resending;
import dev.seqrpay.webhook.SigningKeys;
import dev.seqrpay.webhook.WebhookEndpoint;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Webhook endpoints and deliveries as a shop sees them. */
public final class WebhookJson {
    private WebhookJson() {}

    public static Map<String, Object> endpoint(WebhookEndpoint endpoint, SigningKeys keys) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", endpoint.id());
        json.put("url", endpoint.target().url().toString());
        json.put("types", endpoint.target().types().stream().sorted().toList());
        json.put("enabled", !endpoint.isOff());
        put(json, "disabledBecause", endpoint.health().off());
        put(json, "failingSince", endpoint.health().failingSince());
        put(json, "createdAt", endpoint.createdAt());
        // a key may be shown to everybody, unlike the secret
        json.put(
                "publicKey",
                "whpk_"
                        + publicKey(
                                keys.publicKey(endpoint.id(), endpoint.secrets().current())));
        return json;
    }

    /** For the answer that makes the secret: it is shown once. */
    public static Map<String, Object> endpointWithSecret(WebhookEndpoint endpoint, SigningKeys keys) {
        Map<String, Object> json = endpoint(endpoint, keys);
        byte[] secret = keys.secret(endpoint.id(), endpoint.secrets().current());
        json.put("secret", "whsec_" + Base64.getEncoder().encodeToString(secret));
        WebhookEndpoint.Former former = endpoint.secrets().former();
        if (former != null) put(json, "formerSecretUntil", former.until());
        return json;
    }

    private static String publicKey(PublicKey key) {
        return Base64.getEncoder().encodeToString(DerivedKeys.raw(key));
    }

    public static Map<String, Object> delivery(Delivery delivery) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("event", delivery.eventId());
        json.put("type", delivery.type());
        put(json, "state", delivery.state());
        json.put("tries", delivery.tries());
        put(json, "httpStatus", delivery.status());
        put(json, "error", delivery.error());
        put(json, "triedAt", delivery.triedAt());
        put(json, "nextAt", delivery.nextAt());
        return json;
    }

    /** What a call to send again did, and where the next goes on. */
    public static Map<String, Object> resent(WebhookEndpoint endpoint, Resending.Result result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("resent", result.resent());
        json.put("more", result.more());
        json.put("next", new FeedCursor(endpoint.merchantId(), result.last()).text());
        return json;
    }

    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value == null) return;
        json.put(name, value instanceof Enum<?> || value instanceof Instant ? value.toString() : value);
    }
}
