package dev.seqrpay.simulation.check;

import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.State;
import dev.seqrpay.simulation.engine.Time;
import dev.seqrpay.simulation.engine.Violation;
import dev.seqrpay.simulation.engine.Weather;
import dev.seqrpay.simulator.core.InvoiceStatus;
import dev.seqrpay.simulator.core.InvoiceView;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** The liveness half of the promise: what has to have happened once the faults have stopped and all is quiet. */
final class Liveness {
    private static final Set<State> OPEN =
            EnumSet.of(State.CREATED, State.ISSUED, State.CANCELING, State.RESERVED, State.CAPTURING);
    /** The longest that a call of before may still be under way. */
    private static final long LAST_CALL = 75 * Time.SECOND;
    /** Two sweeps and a minute, half of one for the sweep itself. */
    /** At SEQR a reservation ends a little earlier than here, where it is heard of later. */
    private static final long LAST_MOMENT = 40 * Time.SECOND;

    private static final long SWEPT = 3 * Time.MINUTE + 30 * Time.SECOND;

    /**
     * The longer of two: the sweep's patience with a SEQR that cannot be reached; or its patience with one that does not
     * decide, a last chance, and the time by which two clocks may differ (2 + 1 + 10 minutes).
     */
    private static final long REVIEWED = 15 * Time.MINUTE;

    private final Ledgers ledgers;
    private final Weather weather;
    private final long quietFrom;

    Liveness(Ledgers ledgers, Weather weather) {
        this.ledgers = ledgers;
        this.weather = weather;
        this.quietFrom = weather.faultsUntil() == 0 ? 0 : weather.faultsUntil() + LAST_CALL;
    }

    void check(Witness purchase) {
        if (!purchase.isAnswered()) throw new Violation("14", purchase.id() + ": the shop never got an answer");
        ended(purchase);
        captured(purchase);
        asked(purchase);
    }

    private void ended(Witness purchase) {
        Payment row = ledgers.table.find(purchase.id()).orElse(null);
        if (row == null) return;
        if (OPEN.contains(row.state())) throw new Violation("13", purchase.id() + " is still " + row.state());
        long skew = weather.isSkewed() ? 10 * Time.MINUTE : 0;
        Instant until = row.reservedUntil().orElse(row.expiresAt());
        long latest = Math.max(Time.of(until), quietFrom) + skew + SWEPT;
        long endedAt = ledgers.payments.get(purchase.id()).endedAt;
        for (Refund refund : ledgers.table.refunds(purchase.id()))
            if (refund.state() == Refund.State.REQUESTED)
                throw new Violation("13", purchase.id() + ": no sweep takes up its refund " + refund);
        if (endedAt > latest + (row.state() == State.REVIEW ? REVIEWED : 0))
            throw new Violation(
                    "13",
                    purchase.id() + " expired at " + Time.clock(Time.of(until)) + " and ended at "
                            + Time.clock(endedAt));
    }

    /** Who buys when all is quiet, and would pay, can. */
    private void asked(Witness purchase) {
        if (purchase.checkoutAt() < quietFrom || !purchase.wouldHavePaid()) return;
        if (purchase.confirmedAt() < 0)
            throw new Violation("12", purchase.id() + " would have been paid, and nothing stood in the way");
    }

    private void captured(Witness purchase) {
        long moment = purchase.isReserving() ? purchase.capturedAt() : purchase.confirmedAt();
        if (moment < quietFrom || purchase.lie() != Lie.NONE || isLetGo(purchase)) return;
        InvoiceView there = ledgers.view(purchase.reference());
        if (there.status() != InvoiceStatus.PAID || there.reversed())
            throw new Violation("12", purchase.id() + " was confirmed and is " + there.status() + " at SEQR");
    }

    /** What is reserved ends if its shop cancels it, or if it asks for the money only in the last moment. */
    private boolean isLetGo(Witness purchase) {
        if (!purchase.isReserving()) return false;
        Payment row = ledgers.payments.get(purchase.id()).row;
        boolean isInTime = row.reservedUntil()
                .filter(until -> purchase.capturedAt() + LAST_MOMENT < Time.of(until))
                .isPresent();
        return !isInTime || !ledgers.wishes(row).isEmpty();
    }
}
