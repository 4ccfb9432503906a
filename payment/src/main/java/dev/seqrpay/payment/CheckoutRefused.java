package dev.seqrpay.payment;

import org.jspecify.annotations.Nullable;

/** Why a checkout did not end in a payment that can be shown. */
public final class CheckoutRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What the caller can do about it. */
    public enum Kind {
        /** The key belongs to another order: take a new one. */
        KEY_REUSED,
        /** The same checkout is under way: ask again in a moment with the same key. */
        IN_PROGRESS,
        /** The wanted expiry is too soon or too far away: take another one. */
        EXPIRY,
        /** The order has a payment that is open, paid or in review, and nothing was said about that, or nothing can be done. */
        ORDER_TAKEN,
        /** The payment that is to be replaced is being cancelled: ask again in a moment with the same key. */
        REPLACING,
        /** The order has had more payments than are looked at: take another order number, or say that they do not matter. */
        TOO_MANY_PAYMENTS,
        /** SEQR says that the invoice is wrong: correct it and take a new key. */
        INVOICE_REFUSED,
        /** SEQR cannot be reached, or the deployment is not set up right: ask again with the same key. */
        SEQR_UNAVAILABLE
    }

    private final Kind kind;
    private final @Nullable Integer code;
    private final transient @Nullable Payment payment;

    private CheckoutRefused(Kind kind, String message, @Nullable Integer code, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.code = code;
        this.payment = null;
    }

    private CheckoutRefused(Kind kind, String message, @Nullable Payment payment) {
        super(message);
        this.kind = kind;
        this.code = null;
        this.payment = payment;
    }

    static CheckoutRefused keyReused() {
        return new CheckoutRefused(Kind.KEY_REUSED, "this Idempotency-Key was used for another order", null, null);
    }

    static CheckoutRefused inProgress() {
        return new CheckoutRefused(Kind.IN_PROGRESS, "a checkout with this Idempotency-Key is under way", null, null);
    }

    static CheckoutRefused expiry() {
        return new CheckoutRefused(Kind.EXPIRY, "the expiry is not within the next 24 hours", null, null);
    }

    static CheckoutRefused orderTaken(Payment by) {
        return new CheckoutRefused(Kind.ORDER_TAKEN, by.id() + " of this order is " + by.state(), by);
    }

    static CheckoutRefused replacing(Payment payment) {
        return new CheckoutRefused(Kind.REPLACING, payment.id() + " of this order is being cancelled", payment);
    }

    static CheckoutRefused tooManyPayments() {
        return new CheckoutRefused(Kind.TOO_MANY_PAYMENTS, "the order has had too many payments", null, null);
    }

    static CheckoutRefused bySeqr(SeqrException failure, boolean invoiceIsWrong) {
        return invoiceIsWrong
                ? new CheckoutRefused(Kind.INVOICE_REFUSED, "SEQR refused the invoice", failure.code(), failure)
                : new CheckoutRefused(Kind.SEQR_UNAVAILABLE, "SEQR did not issue the invoice", failure.code(), failure);
    }

    public Kind kind() {
        return kind;
    }

    /** The payment that is in the way, or {@code null}. */
    public @Nullable Payment payment() {
        return payment;
    }

    /** SEQR's result code, or {@code null}. */
    public @Nullable Integer code() {
        return code;
    }
}
