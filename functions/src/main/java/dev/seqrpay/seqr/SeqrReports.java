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

    private final Wire wire;
    private final Caller caller;
    private final Supplier<String> clientReferences;

    public SeqrReports(
            Terminal terminal, SoapTransport transport, Supplier<String> clientReferences, CallListener listener) {
        this(terminal, new Caller(transport, listener), clientReferences);
    }

    SeqrReports(Terminal terminal, Caller caller, Supplier<String> clientReferences) {
        this.wire = new Wire(terminal);
        this.caller = caller;
        this.clientReferences = clientReferences;
    }

    /** A report as SEQR hands it over: as bytes, as text, or as both. */
    public record Report(String title, String mimeType, byte[] content, String contentString) {}

    /** @return the {@code transactionPeriodId} for {@link #executeReport} */
    public String markTransactionPeriod(Map<String, String> parameters) {
        return caller.call(wire.markTransactionPeriod(clientReferences.get(), parameters), null, LIMIT);
    }

    public Report executeReport(String reportId, String language, Map<String, String> parameters) {
        return caller.call(wire.executeReport(clientReferences.get(), reportId, language, parameters), null, REPORT);
    }
}
