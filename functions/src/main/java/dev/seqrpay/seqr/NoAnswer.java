package dev.seqrpay.seqr;

import java.io.IOException;

/** The HTTP answer is not what was asked for. Of what the server said, the message holds at most a name that was checked. */
final class NoAnswer extends IOException {
    private static final long serialVersionUID = 1;

    NoAnswer(String why) {
        super(why);
    }
}
