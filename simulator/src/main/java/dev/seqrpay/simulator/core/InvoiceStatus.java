package dev.seqrpay.simulator.core;

/** The words of getPaymentStatus that the simulator says. */
public enum InvoiceStatus {
    ISSUED,
    PENDING_ISSUER_ACKNOWLEDGE,
    RESERVED,
    PAID,
    CANCELED,
    FAILED,
    EXPIRED;

    /** Waiting for the payer, or for the shop's updateInvoice on the payer's behalf. */
    boolean isOpen() {
        return this == ISSUED || this == PENDING_ISSUER_ACKNOWLEDGE;
    }
}
