package dev.seqrpay.http;

import dev.seqrpay.link.PaymentLink;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.payment.Invoice;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /links}: an order as in a checkout, how often it may be paid, and until when.
 *
 * @param maxUses {@code null} for as often as one likes
 * @param expiresAt {@code null} for never
 */
public record LinkBody(
        Invoice invoice,
        @Nullable Integer maxUses,
        @Nullable Instant expiresAt) {
    private static final Duration LIFE = Duration.ofDays(30);
    private static final Duration SHORTEST = Duration.ofMinutes(2);
    private static final Duration LONGEST = Duration.ofDays(366);

    /** As long as the payments of several uses may be numbered behind it ({@link PaymentLink}). */
    private static final int MAX_ORDER = 50;

    private static final Set<String> FIELDS = fields();

    /** Where a payment ends unpaid its page leads back to the link, so the shop names no other place. */
    private static Set<String> fields() {
        Set<String> fields = new HashSet<>(CheckoutBody.INVOICE_FIELDS);
        fields.remove("renewURL");
        fields.addAll(Set.of("maxUses", "reusable", "expiresAt"));
        return fields;
    }

    /** @throws Problem that names every field which is wrong */
    public static LinkBody read(byte[] body, Merchant merchant, Instant now) {
        Fields link = new Fields(body).allow(FIELDS);
        Integer maxUses = link.number("maxUses", 1, PaymentLink.MOST_USES);
        Boolean reusable = link.flag("reusable");
        boolean isReusable = Boolean.TRUE.equals(reusable);
        if (isReusable && maxUses != null) link.error("maxUses", "cannot be said of a link that is reusable");
        Instant expiresAt = link.instant("expiresAt");
        if (expiresAt != null && (expiresAt.isBefore(now.plus(SHORTEST)) || expiresAt.isAfter(now.plus(LONGEST))))
            link.error("expiresAt", "must be 2 minutes to 366 days from now");
        boolean isForOne = !isReusable && (maxUses == null || maxUses == 1);
        if (!isForOne) checkOrder(link);
        Invoice invoice = CheckoutBody.invoice(link, merchant);
        Instant ends = expiresAt != null || isReusable ? expiresAt : now.plus(LIFE);
        return new LinkBody(invoice, isReusable ? null : maxUses == null ? Integer.valueOf(1) : maxUses, ends);
    }

    private static void checkOrder(Fields link) {
        String orderId = link.text("orderId", 64);
        if (orderId != null && orderId.codePointCount(0, orderId.length()) > MAX_ORDER)
            link.error(
                    "orderId",
                    "must have at most " + MAX_ORDER + " characters where a link is used more than once: each"
                            + " payment's order has a number behind it");
    }

    /** Whether a link goes on making payments. */
    public static boolean enabled(byte[] body) {
        Fields fields = new Fields(body).allow(Set.of("enabled"));
        return fields.rightOf(fields.need("enabled", fields.flag("enabled")));
    }
}
