package dev.seqrpay.seqr;

/** An answer that says nothing we may rely on. The message never quotes it. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String why) {
        super(why);
    }
}
