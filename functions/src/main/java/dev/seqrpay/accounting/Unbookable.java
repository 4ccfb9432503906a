package dev.seqrpay.accounting;

/** What cannot be booked as it is. The message names it, and says what is to be done. */
public final class Unbookable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unbookable(String why) {
        super(why);
    }
}
