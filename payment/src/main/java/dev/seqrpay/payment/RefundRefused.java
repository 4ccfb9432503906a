package dev.seqrpay.payment;

/** A refund that was refused before SEQR was asked; the message can be shown to the caller. */
public final class RefundRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    RefundRefused(String message) {
        super(message);
    }
}
