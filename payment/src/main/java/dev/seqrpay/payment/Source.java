package dev.seqrpay.payment;

import org.jspecify.annotations.Nullable;

/**
 * What a payment was made by. It is no part of the order.
 *
 * @param linkId the shop's link that was opened, or {@code null}: the shop's own checkout
 * @param buyer whom SEQR has named, or {@code null}
 */
public record Source(@Nullable String linkId, @Nullable Buyer buyer) {
    public static final Source CHECKOUT = new Source(null, null);

    public static Source ofLink(String linkId) {
        return new Source(linkId, null);
    }

    Source withoutPersonalData() {
        return new Source(linkId, null);
    }
}
