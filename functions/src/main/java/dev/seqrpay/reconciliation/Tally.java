package dev.seqrpay.reconciliation;

/**
 * What a comparison has counted. SEQR's amounts are in hundredths, in no currency; what went back is above zero.
 *
 * @param movements of money in the report; 0 if it has sums only
 * @param agreed payments and refunds of ours that the report has as we have them
 * @param showsRefunds whether the report shows anything that went back, or nothing did
 * @param differences how many were found
 */
public record Tally(
        Booked booked,
        int movements,
        int agreed,
        long reportedPaid,
        long reportedRefunded,
        boolean showsRefunds,
        int differences) {

    /** What SEQR owes by the report. A report that shows no refunds owes what it shows less our refunds. */
    public long reportedNet() {
        long shown = Math.subtractExact(reportedPaid, reportedRefunded);
        return showsRefunds ? shown : Math.subtractExact(shown, booked.refundedInAll());
    }
}
