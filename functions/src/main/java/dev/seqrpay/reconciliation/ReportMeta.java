package dev.seqrpay.reconciliation;

import org.jspecify.annotations.Nullable;

/**
 * What a report says it is about; {@code null} where it says nothing.
 *
 * @param terminalId {@code null} too if it is about all of the shop's
 */
public record ReportMeta(
        @Nullable String resellerId,
        @Nullable String terminalId,
        @Nullable String periodId) {
    static final ReportMeta NONE = new ReportMeta(null, null, null);

    /** @throws UnreadableReport if it is another shop's, another terminal's or another period's */
    public void check(String expectedReseller, @Nullable String expectedTerminal, String expectedPeriod) {
        agree("ResellerId", resellerId, expectedReseller);
        agree("TransactionPeriodId", periodId, expectedPeriod);
        if (terminalId != null && !terminalId.equals(expectedTerminal))
            throw new UnreadableReport("it is another's: its TerminalId is \"" + terminalId + "\", asked for was "
                    + (expectedTerminal == null ? "the whole shop" : "\"" + expectedTerminal + "\""));
    }

    private static void agree(String element, @Nullable String said, String expected) {
        if (said != null && !said.equals(expected))
            throw new UnreadableReport(
                    "it is another's: its " + element + " is \"" + said + "\", asked for was \"" + expected + "\"");
    }
}
