package dev.seqrpay.simulation.check;

import static dev.seqrpay.simulation.engine.Violation.unless;

import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.State;
import java.util.EnumSet;
import java.util.Set;

/**
 * One order, one payment that is open or paid (18), unless a shop asks for a second one on purpose; who is refused is told which
 * one is in the way (19).
 */
final class OrderChecks {
    private static final Set<State> IN_THE_WAY = EnumSet.of(
            State.CREATED, State.ISSUED, State.CANCELING, State.RESERVED, State.CAPTURING, State.PAID, State.REVIEW);

    private final Ledgers ledgers;

    OrderChecks(Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    void created(Payment row) {
        if (ledgers.alongside.contains(row.invoice().title())) return;
        for (Tracked other : ledgers.payments.values())
            unless(
                    other.row == row || !isInTheWay(other.row, row) || ledgers.placeless.contains(other.row.id()),
                    "18",
                    () -> row.id() + " is made for an order that has " + other.row.id() + ", which is "
                            + other.row.state());
    }

    void taken(Cart cart, String paymentId, State state) {
        Tracked told = ledgers.payments.get(paymentId);
        boolean isOfTheOrder = told != null
                && told.row.merchantId().equals(cart.shop())
                && told.row.invoice().orderId().equals(cart.orderId())
                && !told.row.invoice().title().equals(cart.title());
        unless(isOfTheOrder, "19", () -> cart.title() + " is refused for " + paymentId + ", no other of its order");
        boolean isInTheWay =
                switch (cart.openPayment()) {
                    case REFUSE -> IN_THE_WAY.contains(state);
                    case REPLACE -> state == State.PAID || state == State.REVIEW || state.isReserved();
                    case ALONGSIDE -> false;
                };
        unless(
                isInTheWay,
                "19",
                () -> cart.title() + ", which says " + cart.openPayment() + ", is refused for " + paymentId
                        + ", which is " + state);
    }

    private static boolean isInTheWay(Payment other, Payment row) {
        return other.merchantId().equals(row.merchantId())
                && other.invoice().orderId().equals(row.invoice().orderId())
                && IN_THE_WAY.contains(other.state())
                && !other.refunded().equals(other.invoice().total());
    }
}
