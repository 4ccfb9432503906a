package dev.seqrpay.simulation;

import dev.seqrpay.payment.StoreUnavailable;

/** The table refused, or said nothing in time: what was to be written may or may not be there. */
final class Unanswered extends StoreUnavailable {
    private static final long serialVersionUID = 1;

    Unanswered(String why) {
        super(why);
    }
}
