package dev.seqrpay.payment;

/** What set off a change; kept in the history. */
public enum Cause {
    CHECKOUT,
    NOTIFICATION,
    /** The browser asked for the status. */
    POLL,
    /** The payment page or the receipt page was opened. */
    PAGE,
    /** The payment's own reminder came back. */
    WATCH,
    CANCEL,
    /** The shop has changed the order. */
    UPDATE,
    /** The shop takes what is reserved. */
    CAPTURE,
    REFUND,
    SWEEP,
    /** A person decided. */
    PERSON
}
