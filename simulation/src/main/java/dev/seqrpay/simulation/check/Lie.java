package dev.seqrpay.simulation.check;

/**
 * What SEQR says falsely of a payment, or that it says nothing that can be used. The payment is expected to end in REVIEW, or
 * unpaid, and never as PAID.
 */
public enum Lie {
    NONE,
    MORE,
    LESS,
    UNREADABLE_AMOUNT,
    CURRENCY,
    /** It begins as ours does. */
    REFERENCE,
    /** It ends as ours does. */
    SHORTER_REFERENCE,
    NO_ERS_REFERENCE,
    ANOTHERS_ERS_REFERENCE,
    /** To each question about it, for ever: a word that is in no contract, an answer that cannot be read, or none. */
    UNKNOWN_WORD,
    UNREADABLE,
    SILENT;

    /** The question gets no usable answer. */
    public boolean isFailure() {
        return this == UNREADABLE || this == SILENT;
    }
}
