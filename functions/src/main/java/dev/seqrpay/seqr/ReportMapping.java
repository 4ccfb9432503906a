package dev.seqrpay.seqr;

import static dev.seqrpay.seqr.Words.required;
import static dev.seqrpay.seqr.Words.word;

import dev.seqrpay.payment.ResultCode;
import dev.seqrpay.payment.SeqrException;
import dev.seqrpay.seqr.wsdl.ExecuteReport;
import dev.seqrpay.seqr.wsdl.ExecuteReportResponse;
import dev.seqrpay.seqr.wsdl.ExecuteReportResult;
import dev.seqrpay.seqr.wsdl.MarkTransactionPeriod;
import dev.seqrpay.seqr.wsdl.MarkTransactionPeriodResponse;
import dev.seqrpay.seqr.wsdl.ParameterEntries;
import dev.seqrpay.seqr.wsdl.ParameterMap;
import dev.seqrpay.seqr.wsdl.ParameterMapEntry;
import dev.seqrpay.seqr.wsdl.Report;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SEQR's reports over a marked period. */
final class ReportMapping {
    private static final String TERMINAL = "TERMINALID";

    private final Contexts contexts;

    ReportMapping(Contexts contexts) {
        this.contexts = contexts;
    }

    /** The period is named by the {@code transactionPeriodId} or, as one text of SEQR's has it, the {@code ersReference}. */
    SoapCall<?, ReportPeriod> markTransactionPeriod(@Nullable String terminalId) {
        MarkTransactionPeriod request = new MarkTransactionPeriod();
        request.setContext(contexts.next());
        Map<String, String> parameters = terminalId == null ? Map.of() : Map.of(TERMINAL, terminalId);
        request.setParameters(parameters(parameters));
        return SoapCall.of(
                "markTransactionPeriod",
                request,
                MarkTransactionPeriodResponse.class,
                MarkTransactionPeriodResponse::getReturn,
                (marked, at) -> {
                    String id = word(marked.getTransactionPeriodId());
                    String named = required("transactionPeriodId", id == null ? word(marked.getErsReference()) : id);
                    return new ReportPeriod(named, terminalId);
                });
    }

    /** The answer is empty if the report is not ready. */
    SoapCall<?, Optional<SeqrReport>> executeReport(String reportId, String language, ReportPeriod period) {
        ExecuteReport request = new ExecuteReport();
        request.setContext(contexts.next());
        request.setReportId(reportId);
        request.setLanguage(language);
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("transactionPeriodId", period.id());
        if (period.terminalId() != null) parameters.put(TERMINAL, period.terminalId());
        request.setParameters(parameters(parameters));
        return new SoapCall<>("executeReport", request, ExecuteReportResponse.class, (response, at) -> {
            ExecuteReportResult drawn = response.getReturn();
            int code = required("result code", drawn == null ? null : drawn.getResultCode());
            if (code == ResultCode.REPORT_NOT_READY.code()) return Optional.empty();
            if (code != 0) throw SeqrException.answered("executeReport", code);
            return Optional.of(report(required("report", drawn.getReport())));
        });
    }

    private static SeqrReport report(Report drawn) throws Unreadable {
        return new SeqrReport(
                word(drawn.getTitle()),
                word(drawn.getMimeType()),
                ReportText.of(drawn.getContent(), drawn.getContentString()));
    }

    private static ParameterMap parameters(Map<String, String> values) {
        ParameterEntries entries = new ParameterEntries();
        values.forEach((key, value) -> {
            ParameterMapEntry entry = new ParameterMapEntry();
            entry.setKey(key);
            entry.setValue(value);
            entries.getEntry().add(entry);
        });
        ParameterMap map = new ParameterMap();
        map.setParameter(entries);
        return map;
    }
}
