package dev.seqrpay.payment;

import org.jspecify.annotations.Nullable;

/** Why an order was not changed. */
public final class UpdateRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What the caller can do about it. */
    public enum Kind {
        /** It does not wait for the payer, or not any more. */
        NOT_WAITING,
        /** The items of before and after are more than a payment can keep: make another payment in its place. */
        TOO_MANY_ROWS,
        /** The currency is another one: make another payment in its place. */
        OTHER_CURRENCY,
        /** The payer's app waits, and the answer does not name each of the payment's tokens once. */
        OTHER_TOKENS,
        /** SEQR refuses the change, and the order is what it was. */
        REFUSED_BY_SEQR,
        /** SEQR has not begun, or does not say what became of it: the payer may pay either. Ask again for the same. */
        SEQR_UNAVAILABLE
    }

    private final Kind kind;
    private final @Nullable Integer code;
    private final transient Payment payment;

    UpdateRefused(Kind kind, Payment payment) {
        this(kind, payment, null);
    }

    UpdateRefused(Kind kind, Payment payment, @Nullable SeqrException failure) {
        super("the order of " + payment.id() + " is not changed: " + kind, failure);
        this.kind = kind;
        this.payment = payment;
        this.code = failure == null ? null : failure.code();
    }

    public Kind kind() {
        return kind;
    }

    /** As it is now. */
    public Payment payment() {
        return payment;
    }

    /** SEQR's result code, or {@code null}. */
    public @Nullable Integer code() {
        return code;
    }
}
