package dev.seqrpay.payment;

/** What SEQR may say of an invoice: the contract's {@code invoiceStatus}, and {@link #UNKNOWN} for a word that it does not list. */
public enum StatusWord {
    /** It waits for the payer. */
    ISSUED,
    /** Loyalty: it waits for the shop's {@code updateInvoice}. */
    PENDING_ISSUER_ACKNOWLEDGE,
    RESERVED,
    /** Only older documents name it. */
    PARTIALLY_PAID,
    PAID,
    CANCELED,
    EXPIRED,
    FAILED,
    UNKNOWN;

    static StatusWord of(String word) {
        for (StatusWord listed : values())
            if (listed != UNKNOWN && listed.name().equals(word)) return listed;
        return UNKNOWN;
    }
}
