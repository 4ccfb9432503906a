package dev.seqrpay.simulator.core;

/** What the phone tells its owner instead of doing what was asked. */
public class PayerRefused extends RuntimeException {
    public PayerRefused(String message) {
        super(message, null, false, false);
    }

    /** The code that was scanned is not an invoice. */
    public static final class UnknownInvoice extends PayerRefused {
        UnknownInvoice() {
            super("SEQR knows no such invoice.");
        }
    }
}
