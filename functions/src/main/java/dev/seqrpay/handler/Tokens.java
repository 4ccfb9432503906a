package dev.seqrpay.handler;

import dev.seqrpay.payment.Ids;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names that cannot be guessed, all made with one key by HMAC-SHA-256: payment ids, and the tokens that open a payment's
 * pages or let SEQR notify us. They are reckoned anew instead of stored, so a wrong one costs no read.
 */
final class Tokens implements Ids {
    private static final char[] BASE32 = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
    private static final Pattern PAYMENT = Pattern.compile("pay_[a-z2-7]{26}");
    /** 128 bits. */
    private static final int BYTES = 16;

    private final SecretKeySpec key;
    private final SecureRandom random;

    Tokens(String key, SecureRandom random) {
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.random = random;
    }

    @Override
    public String payment(String merchantId, String idempotencyKey) {
        return "pay_" + mac("payment", merchantId, idempotencyKey);
    }

    /** What is not one was never made here, so it need not be looked for. */
    static boolean isPayment(String id) {
        return PAYMENT.matcher(id).matches();
    }

    @Override
    public String refund(String paymentId, String idempotencyKey) {
        return "ref_" + mac("refund", paymentId, idempotencyKey);
    }

    /** 26 characters that were never given before. */
    String unique() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return base32(bytes);
    }

    String view(String paymentId) {
        return mac("view", paymentId, "");
    }

    String notification(String paymentId) {
        return mac("notification", paymentId, "");
    }

    static boolean matches(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** A purpose each, so that no name is ever good for another. */
    private String mac(String purpose, String subject, String more) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            String text = purpose + "|" + subject + "|" + more;
            return base32(Arrays.copyOf(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), BYTES));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
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
