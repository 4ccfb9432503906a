package dev.seqrpay.simulation;

import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.State;
import dev.seqrpay.simulator.core.InvoiceStatus;
import dev.seqrpay.simulator.core.InvoiceView;
import java.util.EnumSet;
import java.util.Set;

/** The liveness half of the promise: what has to have happened once the faults have stopped and all is quiet. */
final class Liveness {
    private static final Set<State> OPEN = EnumSet.of(State.CREATED, State.ISSUED, State.CANCELING);
    /** The longest that a call of before may still be under way. */
    private static final long LAST_CALL = 75 * Time.SECOND;
    /** Two sweeps and a minute, half of one for the sweep itself. */
    private static final long SWEPT = 3 * Time.MINUTE + 30 * Time.SECOND;

    /** The sweep's patience with a SEQR that does not decide, a last chance, and the time by which two clocks may differ. */
    private static final long REVIEWED = 13 * Time.MINUTE;

    private final World world;
    private final long quietFrom;

    Liveness(World world) {
        this.world = world;
        this.quietFrom = world.weather.faultsUntil == 0 ? 0 : world.weather.faultsUntil + LAST_CALL;
    }

    void check(Customer customer) {
        if (!customer.isAnswered()) throw new Violation("14", customer.id() + ": the shop never got an answer");
        ended(customer);
        captured(customer);
        asked(customer);
    }

    private void ended(Customer customer) {
        Payment row = world.row(customer.id());
        if (row == null) return;
        if (OPEN.contains(row.state())) throw new Violation("13", customer.id() + " is still " + row.state());
        long skew = world.weather.isSkewed() ? 10 * Time.MINUTE : 0;
        long latest = Math.max(Time.of(row.expiresAt()), quietFrom) + skew + SWEPT;
        long endedAt = world.checks.payments().get(customer.id()).endedAt;
        for (Refund refund : world.table.refunds(customer.id()))
            if (refund.state() == Refund.State.REQUESTED)
                throw new Violation("13", customer.id() + ": nobody takes up its refund " + refund);
        if (endedAt > latest + (row.state() == State.REVIEW ? REVIEWED : 0))
            throw new Violation(
                    "13",
                    customer.id() + " expired at " + Time.clock(Time.of(row.expiresAt())) + " and ended at "
                            + Time.clock(endedAt));
    }

    /** Who buys when all is quiet, and would pay, can. */
    private void asked(Customer customer) {
        if (customer.plan.checkoutAt() < quietFrom || !customer.wouldHavePaid()) return;
        if (customer.wallet().confirmedAt() < 0)
            throw new Violation("12", customer.id() + " would have been paid, and nobody and nothing stood in the way");
    }

    private void captured(Customer customer) {
        long confirmedAt = customer.wallet().confirmedAt();
        if (confirmedAt < quietFrom || customer.lie() != Liar.Lie.NONE) return;
        InvoiceView there = world.checks.view(customer.wallet().reference());
        if (there.status() != InvoiceStatus.PAID || there.reversed())
            throw new Violation("12", customer.id() + " was confirmed and is " + there.status() + " at SEQR");
    }
}
