package dev.seqrpay.reconciliation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The payments, and the references that we do not know, whose hash is of this one of so many times. */
final class Slice {
    private final int time;
    private final int times;
    private final boolean showsRefunds;
    private final List<Comparison> comparisons = new ArrayList<>();
    /** By each reference under which the report may have a payment of this slice, or a refund of it. */
    private final Map<String, Shown> ofOurs = new HashMap<>();
    /** References of this slice that are ours, also where their payment is of another. */
    private final Set<String> known = new HashSet<>();

    private final Map<String, Shown> unknown = new HashMap<>();

    Slice(int time, int times, boolean showsRefunds) {
        this.time = time;
        this.times = times;
        this.showsRefunds = showsRefunds;
    }

    void compare(
            SeqrsReport report,
            Iterable<BookedPayment> ours,
            Function<String, Optional<String>> paymentOf,
            Findings findings) {
        for (BookedPayment payment : ours) {
            payment.references().filter(this::isOfThis).forEach(known::add);
            if (isOfThis(payment.ersReference())) hold(payment, findings);
        }
        report.forEachMovement(this::see);
        for (Comparison comparison : comparisons) findings.add(comparison.judge());
        unknown.forEach((reference, shown) -> findings.tellUnknown(reference, shown, paymentOf.apply(reference)));
    }

    private void hold(BookedPayment payment, Findings findings) {
        Comparison comparison = new Comparison(payment, showsRefunds, findings::tell);
        comparisons.add(comparison);
        ofOurs.put(payment.ersReference(), comparison.payment());
        for (int i = 0; i < payment.refunds().size(); i++) {
            String own = payment.refunds().get(i).ersReference();
            if (own != null) ofOurs.put(own, comparison.refund(i));
        }
    }

    private void see(ReportRow row) {
        String reference = row.ersReference();
        Shown shown = ofOurs.get(reference);
        if (shown != null) shown.add(row.minor());
        else if (isOfThis(reference) && !known.contains(reference))
            unknown.computeIfAbsent(reference, first -> new Shown()).add(row.minor());
    }

    private boolean isOfThis(String reference) {
        return Math.floorMod(reference.hashCode(), times) == time;
    }

    /** How many references are held. */
    int size() {
        return ofOurs.size() + known.size() + unknown.size();
    }
}
