package dev.seqrpay.simulator.core;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reconciliation: mark a period, wait, fetch its reports (contract, "Behaviour"). Both calls are a reseller user's, also
 * those about one terminal.
 */
public final class Reports {
    private static final String PERIOD = "transactionPeriodId";

    private final Books books;

    Reports(Books books) {
        this.books = books;
    }

    /**
     * Ends the period that began with the last mark.
     *
     * @return what names it
     */
    public String markTransactionPeriod(ClientContext context, Map<String, String> parameters) {
        return books.enter(now -> {
            Reseller reseller = books.principals().reseller(context);
            String terminal = terminal(reseller, parameters);
            String id = books.references().ers(now);
            return books.periods()
                    .mark(id, reseller, terminal, now, books.switches().reportAfter());
        });
    }

    /** Refused with 2 while the report is not ready: for ever, if it is a terminal's and the period is not. */
    public Report executeReport(ClientContext context, @Nullable String reportId, Map<String, String> parameters) {
        return books.enter(now -> {
            Reseller reseller = books.principals().reseller(context);
            ReportKind kind = Optional.ofNullable(reportId)
                    .flatMap(ReportKind::of)
                    .orElseThrow(() -> new Refused(ResultCode.REJECTED_BUSINESS_LOGIC));
            String terminal = terminal(reseller, parameters);
            if (!kind.isOfShop() && terminal == null) throw new Refused(ResultCode.REJECTED_BUSINESS_LOGIC);
            return books.periods().report(kind, reseller, parameters.get(PERIOD), terminal, now, books.switches());
        });
    }

    /** A shop may see its own terminals only; one that is gone may have been anybody's. */
    private @Nullable String terminal(Reseller reseller, Map<String, String> parameters) {
        String named = parameters.get(Principal.TERMINAL);
        boolean isAnothers = books.terminals().stream()
                .anyMatch(terminal ->
                        terminal.id().equals(named) && !terminal.resellerId().equals(reseller.id()));
        if (isAnothers) throw new Refused(ResultCode.ACCESS_DENIED);
        return named;
    }
}
