package dev.seqrpay.simulation;

/** A checkout is answered with 422. */
final class OrderRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    final boolean isBySeqr;

    OrderRefused(boolean isBySeqr) {
        super("422", null, false, false);
        this.isBySeqr = isBySeqr;
    }
}
