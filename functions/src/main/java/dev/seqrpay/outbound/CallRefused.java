package dev.seqrpay.outbound;

import java.io.IOException;

/** A call that was not made, or given up; the message can be shown to the shop. */
final class CallRefused extends IOException {
    private static final long serialVersionUID = 1;

    CallRefused(String message) {
        super(message);
    }
}
