package dev.seqrpay.seqr;

import dev.seqrpay.payment.ResultCode;
import dev.seqrpay.payment.SeqrException;
import dev.seqrpay.reconciliation.SeqrsBooks;
import dev.seqrpay.reconciliation.SeqrsReport;
import java.util.Optional;
import java.util.function.Function;

/** Marks a shop's periods, and fetches the report that names each movement, as the shop's reseller. */
public final class ResellerBooks implements SeqrsBooks {
    private static final String DETAILS = "Reconciliation/STD_RECON_003.xml";
    private static final String LANGUAGE = "sv";

    private final Function<String, Optional<Account>> resellers;
    private final Function<Account, SeqrReports> reports;

    /** @param resellers by the shop's id */
    public ResellerBooks(Function<String, Optional<Account>> resellers, Function<Account, SeqrReports> reports) {
        this.resellers = resellers;
        this.reports = reports;
    }

    @Override
    public String mark(String merchantId) {
        return reports.apply(reseller(merchantId, "markTransactionPeriod"))
                .markTransactionPeriod(null)
                .id();
    }

    @Override
    public Optional<SeqrsReport> report(String merchantId, String periodId) {
        Account reseller = reseller(merchantId, "executeReport");
        return reports.apply(reseller)
                .executeReport(DETAILS, LANGUAGE, new ReportPeriod(periodId, null))
                .map(SeqrReport::text)
                .map(text -> {
                    SeqrsReport report = SeqrsReport.of(text);
                    report.meta().check(reseller.terminal().id(), null, periodId);
                    return report;
                });
    }

    /** SEQR itself would answer so. */
    private Account reseller(String merchantId, String operation) {
        return resellers
                .apply(merchantId)
                .orElseThrow(() -> SeqrException.answered(operation, ResultCode.INITIATOR_PRINCIPAL_NOT_FOUND.code()));
    }
}
