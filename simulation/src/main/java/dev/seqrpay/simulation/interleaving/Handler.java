package dev.seqrpay.simulation.interleaving;

/** What works on the payment. */
enum Handler {
    NOTIFICATION,
    POLL,
    SWEEP,
    CANCEL,
    /** The shop changes the order. */
    UPDATE,
    REFUND,
    CHECKOUT,
    WATCH,
    /** A checkout of the same order with a key of its own, in the place of what is open. */
    REPLACE
}
