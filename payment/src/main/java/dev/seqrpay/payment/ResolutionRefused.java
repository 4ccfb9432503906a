package dev.seqrpay.payment;

/** A person's decision that was refused; the message can be shown to the caller. */
public final class ResolutionRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    ResolutionRefused(String message) {
        super(message);
    }
}
