package dev.seqrpay.simulation.check;

import static dev.seqrpay.simulation.engine.Violation.unless;

import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.simulation.engine.Function;
import dev.seqrpay.simulation.engine.Invocation;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** No more is given back than was paid, and what SEQR has given back lies within what is booked here (5). */
final class RefundChecks {
    private static final Set<Refund.State> RESERVING = EnumSet.of(Refund.State.REQUESTED, Refund.State.UNKNOWN);

    private final Ledgers ledgers;
    /** The runs that asked for a refund and do not know what came of it. */
    private final Set<Long> doubtful = new HashSet<>();

    RefundChecks(Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    void doubtful(Invocation by) {
        doubtful.add(by.name());
    }

    /** A sweep that takes up what a function has left cannot know whether that function had asked. */
    void committed(Refund refund, Invocation by) {
        unless(
                refund.state() != Refund.State.UNKNOWN
                        || by.function() != Function.REFUND
                        || doubtful.contains(by.name()),
                "5",
                () -> refund + " is unknown, and SEQR surely has not begun it");
    }

    void committed(Payment row) {
        long settled = row.refunded().minor();
        long reserved = row.reserved().minor();
        long total = row.invoice().total().minor();
        unless(
                settled + reserved <= total,
                "5",
                () -> row.id() + ": settled " + settled + " + reserved " + reserved + " > paid " + total);
        List<Refund> refunds = ledgers.table.refunds(row.id());
        unless(
                settled == sum(refunds, EnumSet.of(Refund.State.SETTLED)) && reserved == sum(refunds, RESERVING),
                "5",
                () -> row.id() + ": settled " + settled + ", reserved " + reserved + " are not its refunds " + refunds);
        within(row);
    }

    private static long sum(List<Refund> refunds, Set<Refund.State> states) {
        long sum = 0;
        for (Refund refund : refunds)
            if (states.contains(refund.state())) sum += refund.amount().minor();
        return sum;
    }

    void within(Payment row) {
        long settled = row.refunded().minor();
        long booked = settled + row.reserved().minor();
        long there = ledgers.view(row.reference()).refunded().movePointRight(2).longValueExact();
        unless(
                settled <= there && there <= booked,
                "5",
                () -> row.id() + ": SEQR has refunded " + there + ", here settled " + settled + " of " + booked
                        + " booked");
    }
}
