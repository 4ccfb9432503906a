package dev.seqrpay.reconciliation;

/**
 * A report that cannot be read in one way, or is of something else. The message says why and can be shown to the
 * shop.
 */
public final class UnreadableReport extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableReport(String why) {
        super(why);
    }
}
