package dev.seqrpay.payment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the payer has reserved was not taken, or nothing is reserved. */
public final class CaptureRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Payment payment;
    private final @Nullable SeqrException refusal;

    CaptureRefused(Payment payment, @Nullable SeqrException refusal) {
        super(payment.id() + " is " + payment.state() + " and was not captured", refusal);
        this.payment = payment;
        this.refusal = refusal;
    }

    /** As it is now. */
    public Payment payment() {
        return payment;
    }

    /** Why SEQR did not take the money that it still holds; empty if there is nothing to take, or not any more. */
    public Optional<SeqrException> refusal() {
        return Optional.ofNullable(refusal);
    }
}
