package dev.seqrpay.simulator.core;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reconciliation: mark a period, wait, fetch its reports (contract, "Behaviour"). */
public final class Reports {
    private static final String PERIOD = "transactionPeriodId";

    private final Books books;

    Reports(Books books) {
        this.books = books;
    }

    /**
     * Ends the period that began with the last mark.
     *
     * @return the transactionPeriodId
     */
    public String markTransactionPeriod(ClientContext context, Map<String, String> parameters) {
        return books.enter(now -> {
            ReportCaller caller = books.principals().caller(context);
            String terminal = terminal(caller, parameters);
            String id = books.references().ers(now);
            return books.periods()
                    .mark(id, caller, terminal, now, books.switches().reportAfter());
        });
    }

    /** Refused with 2 while the report is not ready. */
    public Report executeReport(ClientContext context, String reportId, Map<String, String> parameters) {
        return books.enter(now -> {
            ReportCaller caller = books.principals().caller(context);
            ReportKind kind =
                    ReportKind.of(reportId).orElseThrow(() -> new Refused(ResultCode.REJECTED_BUSINESS_LOGIC));
            if (kind.isOfShop() && caller.isTerminal()) throw new Refused(ResultCode.ACCESS_DENIED);
            String terminal = terminal(caller, parameters);
            if (!kind.isOfShop() && terminal == null) throw new Refused(ResultCode.REJECTED_BUSINESS_LOGIC);
            return books.periods().report(kind, caller, parameters.get(PERIOD), terminal, now);
        });
    }

    /** A terminal may see its own report only; asking for another's is refused. */
    private @Nullable String terminal(ReportCaller caller, Map<String, String> parameters) {
        String named = parameters.get(Principal.TERMINAL);
        if (!caller.isTerminal()) return named;
        if (named != null && !named.equals(caller.terminalId())) throw new Refused(ResultCode.ACCESS_DENIED);
        return caller.terminalId();
    }
}
