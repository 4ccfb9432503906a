package dev.seqrpay.payment;

/** What a checkout does about another payment of the same order that is open. */
public enum OpenPayment {
    /** It is refused, so that nobody is shown two codes for one order and a shop notices whose order number is always the same. */
    REFUSE,
    /** The open one is cancelled at SEQR first; one that turns out to be paid stays, and the checkout is refused. */
    REPLACE,
    /** The shop wants several payments for the order: of the others nothing is asked. */
    ALONGSIDE
}
