package dev.seqrpay.reconciliation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A shop's reconciliation of what was moved between two marks. It is a value; the table takes a change only if the
 * version before is still the stored one.
 *
 * @param number of the shop's, from 1, without gaps
 * @param day of the shop that it is for
 * @param from when the one before was marked
 * @param to when it was marked, by our clock; {@code null} until then
 * @param periodId SEQR's name for the period; {@code null} until it is known
 * @param problem why it has not come further, in words that can be shown; {@code null} if nothing is wrong
 * @param carried what is left to the next one
 * @param outcome {@code null} until it is compared
 */
@RecordBuilder
public record Reconciliation(
        String merchantId,
        int number,
        int version,
        LocalDate day,
        Instant from,
        @Nullable Instant to,
        State state,
        @Nullable String periodId,
        @Nullable String problem,
        Carried carried,
        @Nullable Outcome outcome) {

    /** How far it is. */
    public enum State {
        /** To be marked. */
        OPEN,
        /** SEQR is being asked to mark. */
        MARKING,
        /** Its report is to be fetched. */
        MARKED,
        COMPARED,
        /** Nobody knows whether SEQR has marked: its report cannot be fetched, if there is one. */
        LOST,
        /** Its report could be read in no way for days. */
        UNREADABLE;

        public boolean isFinal() {
            return this == COMPARED || this == LOST || this == UNREADABLE;
        }
    }

    /**
     * What the comparison has counted.
     *
     * @param payments of ours
     * @param refunds of ours
     * @param movements of money in the report; 0 if it has sums only
     * @param agreed payments and refunds that both have alike
     * @param differences that are told
     * @param reportedNet what SEQR owes by its report, in hundredths of no named currency
     */
    public record Outcome(int payments, int refunds, int movements, int agreed, int differences, long reportedNet) {}

    static Reconciliation open(String merchantId, int number, LocalDate day, Instant from) {
        return new Reconciliation(
                merchantId, number, 1, day, from, null, State.OPEN, null, null, Carried.NOTHING, null);
    }

    /** @param now the end of its time: what SEQR moves before its own mark and after this is of it too */
    Reconciliation marking(Instant now) {
        return next(now, State.MARKING, null, null, Carried.NOTHING, null);
    }

    /** SEQR was not reached, or refused. */
    Reconciliation notMarked(String why) {
        return next(null, State.OPEN, null, why, Carried.NOTHING, null);
    }

    Reconciliation marked(String newPeriodId) {
        return next(to, State.MARKED, newPeriodId, null, Carried.NOTHING, null);
    }

    Reconciliation lost(String why) {
        return next(to, State.LOST, null, why, Carried.NOTHING, null);
    }

    /** Its report could not be fetched, or not be read. */
    Reconciliation waiting(String why) {
        return next(to, State.MARKED, periodId, why, Carried.NOTHING, null);
    }

    Reconciliation unreadable(String why) {
        return next(to, State.UNREADABLE, periodId, why, Carried.NOTHING, null);
    }

    Reconciliation compared(Outcome newOutcome, Carried newCarried) {
        return next(to, State.COMPARED, periodId, null, newCarried, newOutcome);
    }

    private Reconciliation next(
            @Nullable Instant newTo,
            State newState,
            @Nullable String newPeriodId,
            @Nullable String newProblem,
            Carried newCarried,
            @Nullable Outcome newOutcome) {
        return ReconciliationBuilder.builder(this)
                .version(version + 1)
                .to(newTo)
                .state(newState)
                .periodId(newPeriodId)
                .problem(newProblem)
                .carried(newCarried)
                .outcome(newOutcome)
                .build();
    }

    /** Somebody has to look at it. */
    public boolean isAlarming() {
        return state == State.LOST || state == State.UNREADABLE || outcome != null && outcome.differences() > 0;
    }
}
