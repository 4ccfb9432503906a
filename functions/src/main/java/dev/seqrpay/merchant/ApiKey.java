package dev.seqrpay.merchant;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A webshop's secret key as we keep it: the hash of a text that only the shop has.
 *
 * @param id the merchant's id, a dash and a number of its own, so that two keys can live while one replaces the other
 * @param secretHash SHA-256 of the secret; with 256 random bits behind it, no slow hash is needed
 */
@RecordBuilder
public record ApiKey(String id, byte[] secretHash, Set<Scope> scopes, Terms terms) {

    /**
     * From when, until when and how much it may be used.
     *
     * @param createdAt {@code null} for one that was made before this was kept
     * @param expiresAt {@code null} for never
     * @param revokedAt {@code null} if it was not
     * @param perMinute requests in a minute
     */
    @RecordBuilder
    public record Terms(
            @Nullable Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt,
            int perMinute) {
        /** More than a shop needs, and less than would slow others. */
        public static final int PER_MINUTE = 1200;

        public static final Terms NONE = new Terms(null, null, null, PER_MINUTE);

        public Terms {
            if (perMinute < 1) throw new IllegalArgumentException("a key is good for one request a minute at least");
        }

        /** @param end {@code null} for none */
        public static Terms from(Instant now, @Nullable Instant end, int perMinute) {
            return new Terms(now, end, null, perMinute);
        }

        Terms revoked(Instant now) {
            return ApiKeyTermsBuilder.builder(this).revokedAt(now).build();
        }

        boolean allow(Instant now) {
            return revokedAt == null && (expiresAt == null || expiresAt.isAfter(now));
        }
    }

    /** What a key may be used for. */
    public enum Scope {
        CHECKOUT,
        READ,
        CANCEL,
        REFUND,
        /** Endpoints, their secrets, and what is sent again. */
        WEBHOOKS,
        /** What a person decides: a payment in review, a refund of unknown outcome. */
        RESOLVE
    }

    /** {@code sk_<environment>_<keyId>_<secret>}, as it stands behind {@code Bearer}. */
    public record Text(String environment, String keyId, String secret) {
        private static final Pattern FORM = Pattern.compile("sk_([a-z]+)_([a-z0-9]{1,32}-[0-9]{1,6})_([0-9a-f]{64})");

        public static Optional<Text> parse(String text) {
            Matcher matcher = FORM.matcher(text);
            return matcher.matches()
                    ? Optional.of(new Text(matcher.group(1), matcher.group(2), matcher.group(3)))
                    : Optional.empty();
        }

        /** @param random 32 random bytes */
        public static Text issue(String environment, String merchantId, int number, byte[] random) {
            return new Text(
                    environment, merchantId + "-" + number, HexFormat.of().formatHex(random));
        }

        public ApiKey stored(Set<Scope> scopes) {
            return stored(scopes, Terms.NONE);
        }

        public ApiKey stored(Set<Scope> scopes, Terms terms) {
            return new ApiKey(keyId, sha256(secret), scopes, terms);
        }

        /** The whole text, to be shown once. */
        public String reveal() {
            return "sk_" + environment + "_" + keyId + "_" + secret;
        }

        @Override
        public String toString() {
            return "sk_" + environment + "_" + keyId + "_…";
        }
    }

    /** Neither expired nor revoked. */
    public boolean isGood(Instant now) {
        return terms.allow(now);
    }

    public ApiKey revoked(Instant now) {
        return ApiKeyBuilder.builder(this).terms(terms.revoked(now)).build();
    }

    public String merchantId() {
        return merchantId(id);
    }

    public static String merchantId(String keyId) {
        return keyId.substring(0, keyId.lastIndexOf('-'));
    }

    /** Compares in constant time, so that the time tells nothing about the secret. */
    public boolean opens(Text text) {
        return MessageDigest.isEqual(secretHash, sha256(text.secret()));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
