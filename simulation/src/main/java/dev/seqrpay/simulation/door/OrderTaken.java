package dev.seqrpay.simulation.door;

import dev.seqrpay.payment.State;

/** A checkout is answered with 409 and the payment that its order has. */
public final class OrderTaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String paymentId;
    private final State state;

    OrderTaken(String paymentId, State state) {
        super("409 for " + paymentId + ", " + state, null, false, false);
        this.paymentId = paymentId;
        this.state = state;
    }

    public String paymentId() {
        return paymentId;
    }

    public State state() {
        return state;
    }
}
