package dev.seqrpay.payment;

/** Where names come from. */
public interface Ids {

    /** The same merchant and key always give the same id, which is the whole of idempotency. */
    String payment(String merchantId, String idempotencyKey);

    String refund(String paymentId, String idempotencyKey);
}
