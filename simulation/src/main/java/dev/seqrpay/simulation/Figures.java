package dev.seqrpay.simulation;

import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.State;
import dev.seqrpay.simulation.check.Checks;
import dev.seqrpay.simulation.check.Lie;
import dev.seqrpay.simulation.check.Tracked;
import dev.seqrpay.simulation.check.Witness;
import dev.seqrpay.simulation.engine.Time;
import dev.seqrpay.simulation.world.World;
import dev.seqrpay.simulator.core.InvoiceStatus;
import dev.seqrpay.simulator.core.InvoiceView;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What is counted over many seeds. */
final class Figures {
    /** Of 10 ms each; the last holds all that took longer. */
    private static final int BUCKETS = 2_001;

    private static final long BUCKET = 10 * Time.MILLI;

    private final long[] acknowledgements = new long[BUCKETS];
    private final Map<State, Long> ends = new EnumMap<>(State.class);
    /** Of those that the payer confirmed and that are not kept: how they ended, and why. */
    private final Map<String, Long> lost = new TreeMap<>();

    private long seeds;
    private long payments;
    private long taken;
    private long wouldHavePaid;
    private long confirmed;
    private long kept;
    private long soapCalls;
    private long faults;

    void add(World world) {
        seeds++;
        soapCalls += world.soapCalls();
        faults += world.faults().happened().size();
        for (Witness purchase : world.purchases()) add(world.checks(), purchase);
    }

    private void add(Checks checks, Witness purchase) {
        Tracked tracked = checks.payments().get(purchase.id());
        if (tracked == null && purchase.isTaken()) taken++;
        if (tracked == null) return;
        payments++;
        ends.merge(tracked.row().state(), 1L, Long::sum);
        // whether what is reserved is paid is the shop's choice
        if (!purchase.wouldHavePaid() || purchase.isReserving() || purchase.lie() != Lie.NONE) return;
        wouldHavePaid++;
        if (purchase.confirmedAt() < 0) return;
        confirmed++;
        if (tracked.row().state() != State.PAID) {
            lost.merge(end(checks, tracked.row()), 1L, Long::sum);
            return;
        }
        kept++;
        acknowledgements[(int) Math.min(BUCKETS - 1, tracked.acknowledgedAt() / BUCKET)]++;
    }

    /** Of a payment that a person has to look at: what SEQR has it as. */
    private static String end(Checks checks, Payment row) {
        String end = row.state() + " " + row.reason();
        if (row.state() != State.REVIEW) return end;
        InvoiceView there = checks.view(row.reference());
        boolean isPaid = there.status() == InvoiceStatus.PAID && !there.reversed();
        return end + (isPaid ? " but paid" : " and reversed");
    }

    void add(Figures other) {
        seeds += other.seeds;
        payments += other.payments;
        taken += other.taken;
        wouldHavePaid += other.wouldHavePaid;
        confirmed += other.confirmed;
        kept += other.kept;
        soapCalls += other.soapCalls;
        faults += other.faults;
        other.ends.forEach((state, count) -> ends.merge(state, count, Long::sum));
        other.lost.forEach((end, count) -> lost.merge(end, count, Long::sum));
        for (int i = 0; i < BUCKETS; i++) acknowledgements[i] += other.acknowledgements[i];
    }

    long seeds() {
        return seeds;
    }

    long payments() {
        return payments;
    }

    /** Checkouts that were refused, for their order had a payment. */
    long taken() {
        return taken;
    }

    /** Those whose payers wanted to pay, and neither a wish nor the end of their time came before it. */
    long wouldHavePaid() {
        return wouldHavePaid;
    }

    long confirmed() {
        return confirmed;
    }

    long kept() {
        return kept;
    }

    long faults() {
        return faults;
    }

    Map<State, Long> ends() {
        return ends;
    }

    /** By end and reason, those that the payer confirmed and that are not kept. */
    Map<String, Long> lost() {
        return lost;
    }

    /** Payments kept of those that the payer confirmed. */
    double captureRatio() {
        return confirmed == 0 ? 1 : (double) kept / confirmed;
    }

    /** Payments kept of those that would have been paid had nothing gone wrong. */
    double paidRatio() {
        return wouldHavePaid == 0 ? 1 : (double) kept / wouldHavePaid;
    }

    double soapCallsPerPayment() {
        return payments == 0 ? 0 : (double) soapCalls / payments;
    }

    /** Seconds from the payer's confirmation to SEQR's knowing that we know, which so large a share did not exceed. */
    double acknowledgedWithin(double share) {
        long rest = (long) Math.ceil(kept * share);
        for (int i = 0; i < BUCKETS; i++) {
            rest -= acknowledgements[i];
            if (rest <= 0) return (i + 1) * (double) BUCKET / Time.SECOND;
        }
        return Double.NaN;
    }
}
