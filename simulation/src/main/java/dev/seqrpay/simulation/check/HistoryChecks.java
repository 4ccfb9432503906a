package dev.seqrpay.simulation.check;

import static dev.seqrpay.payment.State.CANCELED;
import static dev.seqrpay.payment.State.CANCELING;
import static dev.seqrpay.payment.State.CAPTURING;
import static dev.seqrpay.payment.State.CREATED;
import static dev.seqrpay.payment.State.FAILED;
import static dev.seqrpay.payment.State.ISSUED;
import static dev.seqrpay.payment.State.PAID;
import static dev.seqrpay.payment.State.RESERVED;
import static dev.seqrpay.payment.State.REVERSED;
import static dev.seqrpay.payment.State.REVIEW;
import static dev.seqrpay.simulation.engine.Violation.unless;

import dev.seqrpay.payment.HistoryAudit;
import dev.seqrpay.payment.HistoryEntry;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.State;
import dev.seqrpay.payment.TokenOffer;
import dev.seqrpay.simulation.engine.Violation;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What may follow on what (3), that each change is in the history once, whose hashes are whole, and each end and each offer in the outbox (11). The
 * transitions are listed a second time on purpose.
 */
final class HistoryChecks {
    private static final Map<State, Set<State>> TRANSITIONS = new EnumMap<>(Map.of(
            CREATED, EnumSet.of(CREATED, ISSUED, CANCELED, FAILED),
            ISSUED, EnumSet.of(ISSUED, CANCELING, RESERVED, PAID, CANCELED, FAILED, REVIEW),
            CANCELING, EnumSet.of(PAID, CANCELED, FAILED, REVIEW),
            RESERVED, EnumSet.of(RESERVED, CAPTURING, CANCELING),
            CAPTURING, EnumSet.of(RESERVED, PAID, CANCELED, FAILED, REVIEW),
            PAID, EnumSet.of(PAID, REVERSED)));

    /** What a shop is told of. */
    private static final Set<State> ENDS = EnumSet.of(RESERVED, PAID, CANCELED, FAILED, REVIEW, REVERSED);

    private final Table table;

    HistoryChecks(Table table) {
        this.table = table;
    }

    void committed(Payment before, Payment after) {
        State from = before == null ? null : before.state();
        boolean listed = from == null
                ? after.state() == CREATED
                : TRANSITIONS.getOrDefault(from, Set.of()).contains(after.state());
        unless(listed, "3", () -> after.id() + " went from " + from + " to " + after.state());
        history(after);
        outbox(before, after);
    }

    private void history(Payment row) {
        State state = null;
        int version = 0;
        for (HistoryEntry event : table.history(row.id())) {
            unless(
                    event.version() == ++version && event.from() == state,
                    "11",
                    () -> row.id() + ": the history has a gap at " + event);
            state = event.to();
        }
        if (version != row.version() || state != row.state())
            throw new Violation(
                    "11",
                    row.id() + ": it is " + row.state() + ", version " + row.version() + ", and its history ends in "
                            + state + ", version " + version);
        List<HistoryAudit.Finding> found =
                HistoryAudit.check(row.id(), table.find(row.id()).orElseThrow(), table.history(row.id()));
        unless(found.isEmpty(), "11", () -> row.id() + ": an audit finds " + found);
    }

    /** A refund that SEQR refused is told too, which the row alone does not show. */
    private void outbox(Payment before, Payment after) {
        List<Integer> told = table.outbox(after.id());
        boolean isTold = told.contains(after.version());
        boolean ended = (before == null || before.state() != after.state()) && ENDS.contains(after.state());
        boolean offered = before != null
                && after.awaitsAcknowledgment()
                && !after.offer().map(TokenOffer::version).equals(before.offer().map(TokenOffer::version));
        boolean givenBack = before != null && !after.refunded().equals(before.refunded());
        unless(
                ended || offered || givenBack ? isTold : !isTold || after.state() == PAID,
                "11",
                () -> after.id() + ": after " + after.state() + ", version " + after.version() + ", its outbox has "
                        + told);
    }
}
