package dev.seqrpay.e2e.gallery;

import dev.seqrpay.payment.Reason;
import dev.seqrpay.payment.State;
import java.util.Locale;

/** How a payment can stand in the eyes of its shopper. */
public enum Stand {
    PREPARING(State.CREATED, null),
    WAITING(State.ISSUED, null),
    EXPIRING(State.CANCELING, Reason.EXPIRED),
    CANCELING(State.CANCELING, Reason.CANCELED_BY_SHOP),
    RESERVED(State.RESERVED, null),
    PAID(State.PAID, null),
    /** Of which a part was given back. */
    REFUNDED(State.PAID, null),
    CANCELED_BY_PAYER(State.CANCELED, Reason.CANCELED_BY_PAYER),
    CANCELED_BY_SHOP(State.CANCELED, Reason.CANCELED_BY_SHOP),
    REPLACED(State.CANCELED, Reason.REPLACED),
    EXPIRED(State.CANCELED, Reason.EXPIRED),
    FAILED(State.FAILED, Reason.FAILED_AT_SEQR),
    NOT_STARTED(State.FAILED, Reason.REFUSED_BY_SEQR),
    IN_REVIEW(State.REVIEW, Reason.MISMATCH),
    REVERSED(State.REVERSED, null);

    final State state;
    final Reason reason;

    Stand(State state, Reason reason) {
        this.state = state;
        this.reason = reason;
    }

    /** The class of the notice that says so. */
    public String css() {
        return (this == REFUNDED ? PAID : this).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isIssued() {
        return this != PREPARING && this != NOT_STARTED;
    }
}
