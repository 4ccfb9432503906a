package dev.seqrpay.payment;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a payment's history. Each carries the hash of the one before it, and the payment's row that of the last, so that
 * nothing of it can be edited, left out or put elsewhere without being found ({@link HistoryAudit}).
 *
 * @param decision of the person who made the change, {@code null} if none did
 * @param refund as the change left it, {@code null} if the change was about none
 * @param books the money of the payment after the change; {@code null} in an entry of before this was kept
 * @param previous hash of the entry before, empty in the first one, and in one of before this was kept
 */
public record HistoryEntry(
        Step step,
        @Nullable Decision decision,
        @Nullable Refund refund,
        @Nullable Books books,
        String previous) {

    /**
     * Which way the payment went.
     *
     * @param version of the payment after it, which numbers the entries from 1
     * @param code SEQR's result code, {@code null} if SEQR was not asked
     */
    public record Step(
            int version,
            @Nullable State from,
            State to,
            Cause cause,
            @Nullable Integer code,
            @Nullable Long latencyMs,
            Instant at) {}

    /** The money of a payment. */
    public record Books(Money total, @Nullable String ersReference, Money refunded, Money reserved) {
        static Books of(Payment payment) {
            return new Books(payment.invoice().total(), payment.ersReference(), payment.refunded(), payment.reserved());
        }
    }

    public int version() {
        return step.version;
    }

    public @Nullable State from() {
        return step.from;
    }

    public State to() {
        return step.to;
    }

    public Cause cause() {
        return step.cause;
    }

    /**
     * SHA-256, in hexadecimal, over all that the entry says and the hash before it. Each value goes in as the length of its
     * UTF-8, a colon and the text; one that is not there as a minus sign ({@code docs/api.md}, "History").
     */
    public String hash(String paymentId) {
        Digest digest = new Digest();
        digest.add(
                previous, paymentId, step.version, step.from, step.to, step.cause, step.code, step.latencyMs, step.at);
        if (decision != null) digest.add(decision.by(), decision.why());
        if (refund != null) add(digest, refund);
        if (books != null)
            digest.add(
                    books.total.currency(),
                    books.total.decimal(),
                    books.ersReference,
                    books.refunded.decimal(),
                    books.reserved.decimal());
        return digest.end();
    }

    private static void add(Digest digest, Refund refund) {
        digest.add(refund.id(), refund.amount().decimal(), refund.state(), refund.ersReference(), refund.code());
        digest.add(
                refund.createdAt(), refund.details().reason(), refund.details().by());
        for (RefundDetails.Row row : refund.details().rows())
            digest.add(row.number(), row.quantity(), row.amount().decimal());
    }

    private static final class Digest {
        private final MessageDigest sha256;

        Digest() {
            try {
                sha256 = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        void add(@Nullable Object... values) {
            for (Object value : values) sha256.update(bytes(value));
        }

        private static byte[] bytes(@Nullable Object value) {
            if (value == null) return new byte[] {'-'};
            String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
            int length = text.getBytes(StandardCharsets.UTF_8).length;
            return (length + ":" + text).getBytes(StandardCharsets.UTF_8);
        }

        String end() {
            return HexFormat.of().formatHex(sha256.digest());
        }
    }
}
