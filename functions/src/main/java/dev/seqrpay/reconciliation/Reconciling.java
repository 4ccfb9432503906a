package dev.seqrpay.reconciliation;

import dev.seqrpay.payment.SeqrException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Marks a shop's periods, one after the other, and compares each with its report. A mark is sent once: one that got no
 * answer may have ended a period whose name nobody knows, and a person has to look. Reports are fetched in the order
 * of their periods.
 */
public final class Reconciling {
    /** Longer than any function runs: who has been marking since then is dead. */
    private static final Duration ABANDONED = Duration.ofMinutes(20);

    private static final Duration AFTER_LOST = Duration.ofHours(1);

    /** A report may be down for days, or wrong and then right. */
    private static final Duration PATIENCE = Duration.ofDays(5);

    /** Unfinished ones are among so many: one a day, and those on demand. */
    private static final int LATEST = 50;

    private final Reconciliations store;
    private final SeqrsBooks seqr;
    private final BookedMoney booked;
    private final InstantSource clock;
    private final Consumer<Reconciliation> ended;

    /** @param ended hears of each that has come to its end */
    public Reconciling(
            Reconciliations store,
            SeqrsBooks seqr,
            BookedMoney booked,
            InstantSource clock,
            Consumer<Reconciliation> ended) {
        this.store = store;
        this.seqr = seqr;
        this.booked = booked;
        this.clock = clock;
        this.ended = ended;
    }

    /** Marks what the shop's last day has left, if that is not done yet, and compares what is ready. */
    public void day(String merchantId, ZoneId zone) {
        Instant midnight =
                clock.instant().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        Optional<Reconciliation> last = last(merchantId);
        if (last.filter(each -> isMarkedSince(each, midnight) || isJustLost(each))
                .isEmpty())
            mark(merchantId, last, midnight.atZone(zone).toLocalDate().minusDays(1));
        compareInOrder(merchantId);
    }

    /**
     * Marks now, on demand; one that is still under way is gone on with instead.
     *
     * @return how it stands
     */
    public Reconciliation now(String merchantId, ZoneId zone) {
        Optional<Reconciliation> last = last(merchantId);
        if (last.filter(each -> each.state() == Reconciliation.State.MARKED).isEmpty())
            mark(merchantId, last, clock.instant().atZone(zone).toLocalDate());
        compareInOrder(merchantId);
        return last(merchantId).orElseThrow(() -> new IllegalStateException("a mark is stored before it is sent"));
    }

    private static boolean isMarkedSince(Reconciliation last, Instant midnight) {
        boolean hasMark = isOver(last) && last.state() != Reconciliation.State.LOST;
        return hasMark && last.to() != null && !last.to().isBefore(midnight);
    }

    /** While SEQR's answers get lost, each mark may end a period that nobody can name. */
    private boolean isJustLost(Reconciliation last) {
        Instant begun = last.to();
        return last.state() == Reconciliation.State.LOST
                && begun != null
                && clock.instant().isBefore(begun.plus(AFTER_LOST));
    }

    private Optional<Reconciliation> last(String merchantId) {
        return store.latest(merchantId, 1).stream().findFirst();
    }

    private void mark(String merchantId, Optional<Reconciliation> last, LocalDate day) {
        Optional<Reconciliation> under = last.filter(each -> !isOver(each));
        if (under.isEmpty()) {
            int number = last.map(Reconciliation::number).orElse(0) + 1;
            Reconciliation open = Reconciliation.open(merchantId, number, day, begin(last));
            if (store.store(open)) send(open);
        } else if (under.get().state() == Reconciliation.State.OPEN) send(under.get());
        else giveUp(under.get(), day);
    }

    private static boolean isOver(Reconciliation last) {
        return last.state().isFinal() || last.state() == Reconciliation.State.MARKED;
    }

    /** A mark that may not have been made leaves its time to the next one. */
    private static Instant begin(Optional<Reconciliation> last) {
        return last.map(each -> each.state() == Reconciliation.State.LOST ? each.from() : each.to())
                .orElse(Instant.EPOCH);
    }

    private void send(Reconciliation open) {
        Reconciliation marking = open.marking(clock.instant());
        if (!store.store(marking)) return;
        Reconciliation then;
        try {
            then = marking.marked(seqr.mark(open.merchantId()));
        } catch (SeqrException e) {
            then = e.isWithoutEffect() || e.isNotBegun()
                    ? marking.notMarked(String.valueOf(e.getMessage()))
                    : marking.lost(String.valueOf(e.getMessage()));
        }
        if (store.store(then) && then.state().isFinal()) ended.accept(then);
    }

    /** Whoever was marking is dead, and has not said whether SEQR has marked. */
    private void giveUp(Reconciliation marking, LocalDate day) {
        Instant begun = marking.to();
        if (begun == null || clock.instant().isBefore(begun.plus(ABANDONED))) return;
        Reconciliation lost = marking.lost("the mark was sent, and what came of it was not stored");
        if (!store.store(lost)) return;
        ended.accept(lost);
        mark(marking.merchantId(), Optional.of(lost), day);
    }

    private void compareInOrder(String merchantId) {
        List<Reconciliation> oldestFirst = new ArrayList<>(store.latest(merchantId, LATEST));
        Collections.reverse(oldestFirst);
        for (Reconciliation each : oldestFirst)
            if (each.state() == Reconciliation.State.MARKED && !isCompared(each)) return;
    }

    /** @return whether the next one may be looked at */
    private boolean isCompared(Reconciliation marked) {
        try {
            Optional<SeqrsReport> report = seqr.report(marked.merchantId(), String.valueOf(marked.periodId()));
            if (report.isEmpty()) return stays(marked, "its report is not ready");
            return compare(marked, report.get());
        } catch (SeqrException e) {
            return stays(marked, String.valueOf(e.getMessage()));
        } catch (UnreadableReport e) {
            return stays(marked, "the report cannot be taken: " + e.getMessage());
        }
    }

    private boolean compare(Reconciliation marked, SeqrsReport report) {
        Carried before = store.find(marked.merchantId(), marked.number() - 1)
                .map(Reconciliation::carried)
                .orElse(Carried.NOTHING);
        PeriodComparison comparison = new PeriodComparison(marked, booked);
        Reconciliation compared = comparison.compare(report, before);
        store.keep(marked, comparison.differences());
        return end(compared);
    }

    private boolean stays(Reconciliation marked, String why) {
        Instant since = marked.to();
        if (since != null && clock.instant().isAfter(since.plus(PATIENCE))) return end(marked.unreadable(why));
        if (!why.equals(marked.problem())) store.store(marked.waiting(why));
        return false;
    }

    private boolean end(Reconciliation end) {
        boolean isStored = store.store(end);
        if (isStored) ended.accept(end);
        return isStored;
    }
}
