package dev.seqrpay.payment;

/** The table, or the queue, refused or gave no answer in time: what was to be written may or may not be there. */
public class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreUnavailable(Throwable cause) {
        super(cause);
    }

    /** For a table that has no exceptions of its own. */
    protected StoreUnavailable(String message) {
        super(message, null, false, false);
    }
}
