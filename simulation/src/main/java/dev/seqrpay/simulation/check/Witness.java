package dev.seqrpay.simulation.check;

/** How a purchase went, as those know it who took part; what the checks read of it once all is quiet. */
public interface Witness {
    /** @return the payment's id, null while it is known to no one outside */
    String id();

    /** The shop has an answer that is one. */
    boolean isAnswered();

    /** No payment was made, for the order had another one. */
    boolean isTaken();

    /** Neither a wish nor the end of its time kept the payer from it. */
    boolean wouldHavePaid();

    /** When the shop asked first. */
    long checkoutAt();

    /** When the payer has confirmed, or −1. */
    long confirmedAt();

    /** The payer reserves the money, and the shop takes it or does not. */
    boolean isReserving();

    /** When the shop first asked for what SEQR held for it, or −1. */
    long capturedAt();

    /** Since when the payer waited for the shop longest, and for how long; −1 and 0 for one who did not. */
    long waitedSince();

    long waitedFor();

    /** @return the invoice that the payer saw */
    String reference();

    /** How many notifications came to us, the forged ones among them. */
    int notifications();

    Lie lie();
}
