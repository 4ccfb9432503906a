package dev.seqrpay.seqr;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Reconciliation (contract, "Behaviour"): mark a period, wait about three seconds, draw its report, and draw it again as
 * long as the answer is 2, not ready.
 */
public final class SeqrReports {
    private static final Limit LIMIT = new Limit(Duration.ofSeconds(20), 64 << 10);
    /** A report names each payment of a day. */
    private static final Limit REPORT = new Limit(Duration.ofSeconds(20), 4 << 20);

    private final ReportMapping reports;
    private final SoapCaller caller;

    public SeqrReports(
            Terminal terminal, SoapTransport transport, Supplier<String> clientReferences, CallListener listener) {
        this(terminal, new SoapCaller(transport, listener), clientReferences);
    }

    SeqrReports(Terminal terminal, SoapCaller caller, Supplier<String> clientReferences) {
        this.reports = new ReportMapping(new Contexts(terminal, clientReferences));
        this.caller = caller;
    }

    /** @return the {@code transactionPeriodId} for {@link #executeReport} */
    public String markTransactionPeriod(Map<String, String> parameters) {
        return caller.call(reports.markTransactionPeriod(parameters), null, LIMIT);
    }

    public SeqrReport executeReport(String reportId, String language, Map<String, String> parameters) {
        return caller.call(reports.executeReport(reportId, language, parameters), null, REPORT);
    }
}
