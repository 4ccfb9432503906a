package dev.seqrpay.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that names are made with: {@code {"keys": [{"number", "key", "from"}]}}. Each is used from a time on, so that all functions
 * change to it at once although each reads the secret when it happens to. A secret that is no JSON is key 1 itself, as
 * CloudFormation generated it.
 */
public record KeyRing(List<Key> keys) {
    static final String MAC = "HmacSHA256";
    static final int FIRST = 1;
    /** One character in base 36 says which key a payment's id is made with. */
    static final int MOST = Character.MAX_RADIX - 1;

    record Key(int number, SecretKeySpec key, Instant from) {}

    public KeyRing {
        keys = keys.stream().sorted(Comparator.comparing(Key::from)).toList();
        if (keys.stream().map(Key::number).distinct().count() < keys.size())
            throw new IllegalArgumentException("has a number twice");
    }

    /** The one that new names are made with. */
    Key current(Instant now) {
        return keys.stream()
                .filter(key -> !key.from().isAfter(now))
                .reduce((earlier, later) -> later)
                .orElse(keys.get(0));
    }

    Optional<Key> key(int number) {
        return keys.stream().filter(key -> key.number() == number).findFirst();
    }

    /** @throws IllegalStateException that names what is wrong, and not what it says */
    public static KeyRing read(String secret) {
        try {
            return secret.startsWith("{") ? ofJson(secret) : new KeyRing(List.of(key(FIRST, secret, Instant.EPOCH)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalStateException("The secret of the token keys "
                    + (e instanceof DateTimeException ? "has a time that is none" : e.getMessage()));
        }
    }

    private static KeyRing ofJson(String secret) {
        List<Key> keys = new ArrayList<>();
        Map<String, Object> ring = Json.object(secret.getBytes(StandardCharsets.UTF_8));
        if (!(ring.get("keys") instanceof List<?> list) || list.isEmpty())
            throw new IllegalArgumentException("has no keys");
        for (Object each : list) keys.add(ofJson(Json.asObject(each)));
        return new KeyRing(keys);
    }

    private static Key ofJson(Map<String, Object> key) {
        if (key.get("number") instanceof Integer number
                && number >= FIRST
                && number <= MOST
                && key.get("key") instanceof String text
                && key.get("from") instanceof String from) return key(number, text, Instant.parse(from));
        throw new IllegalArgumentException(
                "has a key without a number from " + FIRST + " to " + MOST + ", a key and a from");
    }

    private static Key key(int number, String text, Instant from) {
        if (text.isBlank()) throw new IllegalArgumentException("has a key that is empty");
        return new Key(number, new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), MAC), from);
    }
}
