package dev.seqrpay.local.simulation;

import static dev.seqrpay.local.simulation.Violation.unless;

import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.State;
import java.util.EnumSet;
import java.util.Set;

/** One order, one payment that is open or paid (18): nobody here asks for a second one on purpose. */
final class OrderChecks {
    private static final Set<State> IN_THE_WAY =
            EnumSet.of(State.CREATED, State.ISSUED, State.CANCELING, State.PAID, State.REVIEW);

    private final Ledgers ledgers;

    OrderChecks(Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    void created(Payment row) {
        for (Tracked other : ledgers.payments.values())
            unless(
                    other.row == row || !isInTheWay(other.row, row),
                    "18",
                    () -> row.id() + " is made for an order that has " + other.row.id() + ", which is "
                            + other.row.state());
    }

    private static boolean isInTheWay(Payment other, Payment row) {
        return other.merchantId().equals(row.merchantId())
                && other.invoice().orderId().equals(row.invoice().orderId())
                && IN_THE_WAY.contains(other.state())
                && !other.refunded().equals(other.invoice().total());
    }
}
