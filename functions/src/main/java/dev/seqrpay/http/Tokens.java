package dev.seqrpay.http;

import dev.seqrpay.payment.Ids;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.crypto.Mac;

/**
 * Names that cannot be guessed, made by HMAC-SHA-256: payment ids, and the tokens that open a payment's pages or let SEQR notify
 * us. They are computed and not stored, so a wrong one costs no read. A payment's id says which key it was made with: none
 * is the first key, and {@code pay_2…} the second. Its tokens and its refunds are made with the same key, so they stay good when
 * a new one is added.
 */
public final class Tokens implements Ids {
    private static final char[] BASE32 = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
    private static final Pattern PAYMENT = Pattern.compile("pay_[2-9a-z]?[a-z2-7]{26}");
    private static final String PREFIX = "pay_";
    /** 128 bits. */
    private static final int BYTES = 16;

    private static final int LENGTH = 26;

    private final Supplier<KeyRing> ring;
    private final InstantSource clock;
    private final SecureRandom random;

    public Tokens(Supplier<KeyRing> ring, InstantSource clock, SecureRandom random) {
        this.ring = ring;
        this.clock = clock;
        this.random = random;
    }

    /** Tokens with one key, which never changes. */
    public Tokens(String key, SecureRandom random) {
        this(always(KeyRing.read(key)), InstantSource.system(), random);
    }

    private static Supplier<KeyRing> always(KeyRing ring) {
        return () -> ring;
    }

    @Override
    public String payment(String merchantId, String idempotencyKey) {
        return payment(ring.get().current(clock.instant()), merchantId, idempotencyKey);
    }

    @Override
    public List<String> paymentsOfOtherKeys(String merchantId, String idempotencyKey) {
        KeyRing all = ring.get();
        KeyRing.Key current = all.current(clock.instant());
        return all.keys().stream()
                .filter(key -> key.number() != current.number())
                .map(key -> payment(key, merchantId, idempotencyKey))
                .toList();
    }

    private static String payment(KeyRing.Key key, String merchantId, String idempotencyKey) {
        String number = key.number() == KeyRing.FIRST ? "" : Integer.toString(key.number(), Character.MAX_RADIX);
        return PREFIX + number + mac(key, "payment", merchantId, idempotencyKey);
    }

    /** Whether it looks like an id. This deployment made no others, so a request with another text need not read the table. */
    static boolean isPayment(String id) {
        return PAYMENT.matcher(id).matches();
    }

    /** Whether it is a payment's id, made with a key that we have. */
    boolean mayExist(String id) {
        return isPayment(id) && key(id).isPresent();
    }

    @Override
    public String refund(String paymentId, String idempotencyKey) {
        return "ref_" + mac(needed(paymentId), "refund", paymentId, idempotencyKey);
    }

    /** 26 new random characters. */
    public String unique() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return base32(bytes);
    }

    public String view(String paymentId) {
        return mac(needed(paymentId), "view", paymentId, "");
    }

    public String notification(String paymentId) {
        return mac(needed(paymentId), "notification", paymentId, "");
    }

    boolean opensView(String paymentId, String token) {
        return key(paymentId).isPresent() && matches(view(paymentId), token);
    }

    boolean opensNotification(String paymentId, String token) {
        return key(paymentId).isPresent() && matches(notification(paymentId), token);
    }

    /** What opens a shop's payment link. Its first character says which key it was made with. */
    String link(String merchantId, String linkId) {
        return numbered("link", merchantId, linkId);
    }

    boolean opensLink(String merchantId, String linkId, String token) {
        return opens(token, key -> mac(key, "link", merchantId, linkId));
    }

    /** What lets SEQR make purchases at a shop, likewise. */
    String instantCheckout(String merchantId) {
        return numbered("instant", merchantId, "");
    }

    boolean opensInstantCheckout(String merchantId, String token) {
        return opens(token, key -> mac(key, "instant", merchantId, ""));
    }

    private String numbered(String purpose, String subject, String more) {
        KeyRing.Key key = ring.get().current(clock.instant());
        return Integer.toString(key.number(), Character.MAX_RADIX) + mac(key, purpose, subject, more);
    }

    private boolean opens(String token, Function<KeyRing.Key, String> mac) {
        return token.length() == LENGTH + 1
                && ring.get()
                        .key(Character.digit(token.charAt(0), Character.MAX_RADIX))
                        .filter(key -> matches(mac.apply(key), token.substring(1)))
                        .isPresent();
    }

    static boolean matches(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** The number of the key that the payment's id was made with. */
    int ringKey(String paymentId) {
        return needed(paymentId).number();
    }

    private KeyRing.Key needed(String paymentId) {
        return key(paymentId)
                .orElseThrow(() -> new IllegalStateException("The key is gone that the payment was made with"));
    }

    private Optional<KeyRing.Key> key(String paymentId) {
        boolean isNumbered = paymentId.length() == PREFIX.length() + 1 + LENGTH;
        return ring.get()
                .key(
                        isNumbered
                                ? Character.digit(paymentId.charAt(PREFIX.length()), Character.MAX_RADIX)
                                : KeyRing.FIRST);
    }

    /** Each purpose has its own word in the hash, so that a name made for one is never good for another. */
    private static String mac(KeyRing.Key key, String purpose, String subject, String more) {
        try {
            Mac mac = Mac.getInstance(KeyRing.MAC);
            mac.init(key.key());
            String text = purpose + "|" + subject + "|" + more;
            return base32(Arrays.copyOf(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int count = 0;
        for (byte each : bytes) {
            bits = bits << 8 | each & 0xff;
            for (count += 8; count >= 5; count -= 5) text.append(BASE32[bits >> count - 5 & 31]);
            bits &= 0xff;
        }
        if (count > 0) text.append(BASE32[bits << 5 - count & 31]);
        return text.toString();
    }
}
