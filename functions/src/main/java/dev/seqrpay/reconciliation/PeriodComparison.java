package dev.seqrpay.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Compares a period's report with what we have from mark to mark. SEQR's clock and ours mark at two moments, and we
 * hear of a payment after SEQR has it: what is near to the mark may be in the period beside, and is carried over once.
 */
final class PeriodComparison {
    private static final Duration NEAR = Duration.ofMinutes(2);

    private final Reconciliation reconciliation;
    private final Instant to;
    private final BookedMoney booked;
    private final Set<String> nearEnd = new HashSet<>();
    private final Set<String> refunds = new HashSet<>();
    private final List<BookedPayment> justAfter;
    private final Set<String> toCome = new HashSet<>();
    private final Set<String> reported = new HashSet<>();
    private final List<Difference> kept = new ArrayList<>();
    private int told;

    PeriodComparison(Reconciliation reconciliation, BookedMoney booked) {
        this.reconciliation = reconciliation;
        this.to = Objects.requireNonNull(reconciliation.to(), "what is marked has an end");
        this.booked = booked;
        this.justAfter = between(to, to.plus(NEAR));
        between(to.minus(NEAR), to).forEach(each -> each.keys().forEach(nearEnd::add));
    }

    private List<BookedPayment> between(Instant from, Instant until) {
        return booked.between(reconciliation.merchantId(), from, until);
    }

    /** @param before what the period before has left to this one */
    Reconciliation compare(SeqrsReport report, Carried before) {
        String shop = reconciliation.merchantId();
        List<BookedPayment> ours = ours(before);
        ours.forEach(each -> each.refundKeys().forEach(refunds::add));
        Tally tally = new Matching(ers -> booked.paymentOf(shop, ers)).match(report, ours, this::see);
        return reconciliation.compared(
                new Reconciliation.Outcome(
                        tally.booked().payments(),
                        tally.booked().refunds(),
                        tally.movements(),
                        tally.agreed(),
                        told,
                        reportedNet(tally, ours)),
                new Carried(toCome, reported));
    }

    /** Refunds that a report does not show are taken from it, but not those that the next report is to have. */
    private long reportedNet(Tally tally, List<BookedPayment> ours) {
        if (tally.showsRefunds()) return tally.reportedNet();
        long left = ours.stream()
                .map(each -> each.only(toCome))
                .flatMap(each -> each.refunds().stream())
                .mapToLong(refund -> refund.amount().minor())
                .sum();
        return Math.addExact(tally.reportedNet(), left);
    }

    List<Difference> differences() {
        return kept;
    }

    private List<BookedPayment> ours(Carried before) {
        Map<String, BookedPayment> ours = new LinkedHashMap<>();
        Instant from = reconciliation.from();
        if (!before.toCome().isEmpty())
            for (BookedPayment late : between(from.minus(NEAR), from)) add(ours, late.only(before.toCome()));
        for (BookedPayment own : between(from, to)) add(ours, own.without(before.reported()));
        return List.copyOf(ours.values());
    }

    private static void add(Map<String, BookedPayment> ours, BookedPayment part) {
        if (part.keys().findAny().isPresent()) ours.merge(part.paymentId(), part, BookedPayment::and);
    }

    private void see(Difference difference) {
        if (isToCome(difference)
                || areAllToCome(difference)
                || isReportedEarly(difference)
                || isOfBeforeTheFirst(difference)) return;
        told++;
        if (kept.size() < Reconciliations.MOST_DIFFERENCES) kept.add(difference);
    }

    private boolean isToCome(Difference difference) {
        String key =
                switch (difference.kind()) {
                    case MISSING_PAYMENT -> difference.paymentId();
                    case MISSING_REFUND -> BookedPayment.key(difference.paymentId(), difference.refundId());
                    default -> null;
                };
        return key != null && nearEnd.contains(key) && toCome.add(key);
    }

    /** A report without refunds is as it should be if all of ours are near to its end. */
    private boolean areAllToCome(Difference difference) {
        boolean areAll = difference.kind() == Difference.Kind.REFUNDS_NOT_SHOWN && nearEnd.containsAll(refunds);
        if (areAll) toCome.addAll(refunds);
        return areAll;
    }

    private boolean isReportedEarly(Difference difference) {
        for (BookedPayment later : justAfter) {
            if (!later.paymentId().equals(difference.paymentId())) continue;
            String key =
                    switch (difference.kind()) {
                        case OTHER_PERIOD -> later.keyOfPaid(difference.reported());
                        case UNKNOWN_REFUND -> later.keyOfRefund(difference.ersReference(), difference.reported());
                        default -> null;
                    };
            if (key != null) return reported.add(key);
        }
        return false;
    }

    /** SEQR's first period began before we kept account of periods. */
    private boolean isOfBeforeTheFirst(Difference difference) {
        return reconciliation.number() == 1 && difference.kind() == Difference.Kind.OTHER_PERIOD;
    }
}
