package dev.seqrpay.payment;

/** What a checkout does about another payment of the same order that is open. */
public enum OpenPayment {
    /** It is refused: no shopper sees two codes for one order, and a shop that always sends the same order number notices. */
    REFUSE,
    /** The open one is cancelled at SEQR first; one that turns out to be paid stays, and the checkout is refused. */
    REPLACE,
    /** The shop wants several payments for the order: the others may be open or paid. */
    ALONGSIDE
}
