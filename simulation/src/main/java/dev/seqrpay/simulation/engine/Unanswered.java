package dev.seqrpay.simulation.engine;

import dev.seqrpay.payment.StoreUnavailable;

/** The table refused, or said nothing in time: what was to be written may or may not be there. */
public final class Unanswered extends StoreUnavailable {
    private static final long serialVersionUID = 1;

    public Unanswered(String why) {
        super(why);
    }
}
