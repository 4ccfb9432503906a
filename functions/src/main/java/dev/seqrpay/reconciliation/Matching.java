package dev.seqrpay.reconciliation;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Compares a report with our table, by ersReference and amount. Memory does not grow with the report: it is gone
 * through once for each so many references, and each time only those are looked at whose hash is of that time.
 */
public final class Matching {
    private static final int AT_ONCE = 10_000;

    private final Function<String, Optional<String>> paymentOf;
    private final int atOnce;

    /** @param paymentOf the id of the payment, of whichever period, that an ersReference belongs to */
    public Matching(Function<String, Optional<String>> paymentOf) {
        this(paymentOf, AT_ONCE);
    }

    /** @param atOnce how many references are held at the same time, about */
    Matching(Function<String, Optional<String>> paymentOf, int atOnce) {
        this.paymentOf = paymentOf;
        this.atOnce = atOnce;
    }

    /**
     * @param ours what we have booked in the period, each payment once; gone through several times
     * @param differences gets each as it is found, in no order
     */
    public Tally match(SeqrsReport report, Iterable<BookedPayment> ours, Consumer<Difference> differences) {
        Booked booked = Booked.of(ours);
        Findings findings = new Findings(differences);
        boolean showsRefunds = booked.refunds() == 0 || report.showsGivenBack() || isNet(report, booked);
        if (report.isSummary()) findings.compareSums(report, booked);
        else compareMovements(report, ours, booked, showsRefunds, findings);
        return new Tally(
                booked,
                report.movements(),
                findings.agreed(),
                report.sold(),
                report.givenBack(),
                showsRefunds,
                findings.differences());
    }

    /** Sums from which the refunds are taken already. */
    private static boolean isNet(SeqrsReport report, Booked booked) {
        return report.isSummary() && report.sold() == booked.paidInAll() - booked.refundedInAll();
    }

    private void compareMovements(
            SeqrsReport report, Iterable<BookedPayment> ours, Booked booked, boolean showsRefunds, Findings findings) {
        int times = 1 + Math.max(booked.payments() + booked.refunds(), report.movements()) / atOnce;
        for (int time = 0; time < times; time++)
            new Slice(time, times, showsRefunds).compare(report, ours, paymentOf, findings);
        if (!showsRefunds) findings.tellRefundsNotShown(booked);
    }
}
