package dev.seqrpay.link;

import java.util.List;
import java.util.Optional;

/** The table's links. Every method throws {@link dev.seqrpay.payment.StoreUnavailable} if it gives no answer. */
public interface PaymentLinks {
    void put(PaymentLink link);

    /**
     * Puts a new link, unless the shop has made one with the same key in the last 30 days.
     *
     * @return the one that was made first, which may be for another order
     */
    PaymentLink create(PaymentLink link, String idempotencyKey);

    Optional<PaymentLink> find(String merchantId, String id);

    /**
     * A shop's links, the latest first.
     *
     * @param before the id behind which to begin, empty for the latest
     */
    List<PaymentLink> of(String merchantId, Optional<String> before, int limit);
}
