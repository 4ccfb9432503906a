package dev.seqrpay.payment;

/** Why a payment is (being) ended; told to the shop and, in words, to the shopper. */
public enum Reason {
    CANCELED_BY_PAYER,
    CANCELED_BY_SHOP,
    /** The shop has made another payment for the order in its place. */
    REPLACED,
    EXPIRED,
    /** SEQR says FAILED. */
    FAILED_AT_SEQR,
    /** SEQR refused the invoice at checkout. */
    REFUSED_BY_SEQR,
    /** No attempt to issue the invoice succeeded. */
    NOT_ISSUED,
    /** SEQR has it paid, and its amount, currency or reference is not the order's or cannot be read. */
    MISMATCH,
    /** SEQR has it paid, and was first heard to say so after it may have reversed the payment. */
    HEARD_TOO_LATE,
    /** The payment's ersReference already belongs to another payment. */
    DUPLICATE_REFERENCE,
    /** Past its expiry and the sweep's patience, SEQR still does not say how it ended. */
    UNDECIDED,
    /** A person found that it was not paid. */
    NOT_PAID,
    /** A person found that the payer has the money back. */
    PAID_BACK
}
