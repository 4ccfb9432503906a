package dev.seqrpay.payment;

import java.util.List;

/** Where names come from. */
public interface Ids {

    /** The same merchant and key always give the same id, which is the whole of idempotency. */
    String payment(String merchantId, String idempotencyKey);

    /** The ids that the same had or will have by another key: an earlier one, or one whose time has not come on every clock. */
    default List<String> paymentsOfOtherKeys(String merchantId, String idempotencyKey) {
        return List.of();
    }

    String refund(String paymentId, String idempotencyKey);
}
