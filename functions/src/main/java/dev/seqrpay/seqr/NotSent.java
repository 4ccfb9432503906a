package dev.seqrpay.seqr;

import java.io.IOException;

/** The request has not left: there was no connection to send it over, or no time left. */
final class NotSent extends IOException {
    private static final long serialVersionUID = 1;

    NotSent(String why) {
        super(why);
    }
}
