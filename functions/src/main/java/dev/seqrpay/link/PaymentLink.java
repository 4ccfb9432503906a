package dev.seqrpay.link;

import dev.seqrpay.payment.Invoice;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A shop's payment link.
 *
 * @param id {@code link_}, the milliseconds of its making in hexadecimal, so that text order is the order of making, and 26
 *     random characters
 * @param invoice what each payment is for
 * @param maxUses how many payments of it may be paid, {@code null} for any number
 * @param expiresAt from then on it makes no payment, {@code null} for never
 * @param isOff whether its shop has switched it off
 */
@RecordBuilder
public record PaymentLink(
        String id,
        String merchantId,
        Invoice invoice,
        @Nullable Integer maxUses,
        @Nullable Instant expiresAt,
        Instant createdAt,
        boolean isOff) {
    /** The limit exists because each opening looks through all uses. */
    public static final int MOST_USES = 100;

    private static final Pattern ID = Pattern.compile("link_[0-9a-f]{11}[a-z2-7]{26}");

    /** @param unique 26 random characters */
    public static String id(Instant now, String unique) {
        return "link_%011x%s".formatted(now.toEpochMilli(), unique);
    }

    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    public PaymentLink withId(String otherId) {
        return PaymentLinkBuilder.builder(this).id(otherId).build();
    }

    /** Whether its shop asks for the same by both; how long a link lasts counts from its making and is no part of it. */
    public boolean isSameAs(PaymentLink other) {
        return invoice.isSameOrder(other.invoice) && Objects.equals(maxUses, other.maxUses);
    }

    public PaymentLink switched(boolean on) {
        return PaymentLinkBuilder.builder(this).isOff(!on).build();
    }

    /** Whether it makes payments at all. */
    public boolean isOpen(Instant now) {
        return !isOff && (expiresAt == null || expiresAt.isAfter(now));
    }

    /** Whether all who open it mean the same payment. */
    boolean isForOnePayment() {
        return maxUses != null && maxUses == 1;
    }

    /** What one of its uses is for; each use is an order of its own. */
    Invoice order(String use) {
        return isForOnePayment() ? invoice : invoice.withOrderId(invoice.orderId() + "-" + use);
    }
}
