package dev.seqrpay.payment;

import java.util.List;

/** Makes the ids of payments and refunds. */
public interface Ids {

    /** The same merchant and key always give the same id, which is the whole of idempotency. */
    String payment(String merchantId, String idempotencyKey);

    /** The ids of the same payment under other secrets: an earlier one, or a new one that not every function uses yet. */
    default List<String> paymentsOfOtherKeys(String merchantId, String idempotencyKey) {
        return List.of();
    }

    String refund(String paymentId, String idempotencyKey);
}
