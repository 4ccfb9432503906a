package dev.seqrpay.seqr;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reconciliation (contract, "Behaviour"): mark a period, wait about three seconds, draw its report, and draw it again as
 * long as the answer is 2, not ready.
 */
public final class SeqrReports {
    private static final Limit LIMIT = new Limit(Duration.ofSeconds(20), 64 << 10);
    /** A report names each payment of a day, in some 180 characters: 100,000 of them, as bytes and as text. */
    private static final Limit REPORT = new Limit(Duration.ofSeconds(20), 64 << 20);

    private final ReportMapping reports;
    private final SoapCaller caller;

    /** @param reseller for both calls, per shop and per terminal alike */
    public SeqrReports(
            Terminal reseller, SoapTransport transport, Supplier<String> clientReferences, CallListener listener) {
        this(reseller, new SoapCaller(transport, listener), clientReferences);
    }

    SeqrReports(Terminal reseller, SoapCaller caller, Supplier<String> clientReferences) {
        this.reports = new ReportMapping(new Contexts(reseller, clientReferences));
        this.caller = caller;
    }

    /**
     * Ends the period that began at the mark before.
     *
     * @param terminalId for the report of one terminal, {@code null} for those of the shop
     */
    public ReportPeriod markTransactionPeriod(@Nullable String terminalId) {
        return caller.call(reports.markTransactionPeriod(terminalId), null, LIMIT);
    }

    /** @return empty if it is not ready yet: to be asked again about three seconds later */
    public Optional<SeqrReport> executeReport(String reportId, String language, ReportPeriod period) {
        return caller.call(reports.executeReport(reportId, language, period), null, REPORT);
    }
}
