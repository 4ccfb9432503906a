package dev.seqrpay.simulation.door;

/** A checkout is answered with 422. */
public final class OrderRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean isBySeqr;

    OrderRefused(boolean isBySeqr) {
        super("422", null, false, false);
        this.isBySeqr = isBySeqr;
    }

    public boolean isBySeqr() {
        return isBySeqr;
    }
}
