package dev.seqrpay.seqr;

import static dev.seqrpay.seqr.Words.required;
import static dev.seqrpay.seqr.Words.word;

import dev.seqrpay.seqr.wsdl.ExecuteReport;
import dev.seqrpay.seqr.wsdl.ExecuteReportResponse;
import dev.seqrpay.seqr.wsdl.MarkTransactionPeriod;
import dev.seqrpay.seqr.wsdl.MarkTransactionPeriodResponse;
import dev.seqrpay.seqr.wsdl.ParameterEntries;
import dev.seqrpay.seqr.wsdl.ParameterMap;
import dev.seqrpay.seqr.wsdl.ParameterMapEntry;
import dev.seqrpay.seqr.wsdl.Report;
import java.util.Map;

/** SEQR's reports over a marked period. */
final class ReportMapping {
    private final Contexts contexts;

    ReportMapping(Contexts contexts) {
        this.contexts = contexts;
    }

    SoapCall<?, String> markTransactionPeriod(Map<String, String> parameters) {
        MarkTransactionPeriod request = new MarkTransactionPeriod();
        request.setContext(contexts.next());
        request.setParameters(parameters(parameters));
        return SoapCall.of(
                "markTransactionPeriod",
                request,
                MarkTransactionPeriodResponse.class,
                MarkTransactionPeriodResponse::getReturn,
                (marked, at) -> required("transactionPeriodId", word(marked.getTransactionPeriodId())));
    }

    SoapCall<?, SeqrReport> executeReport(String reportId, String language, Map<String, String> parameters) {
        ExecuteReport request = new ExecuteReport();
        request.setContext(contexts.next());
        request.setReportId(reportId);
        request.setLanguage(language);
        request.setParameters(parameters(parameters));
        return SoapCall.of(
                "executeReport",
                request,
                ExecuteReportResponse.class,
                ExecuteReportResponse::getReturn,
                (drawn, at) -> report(required("report", drawn.getReport())));
    }

    private static SeqrReport report(Report drawn) {
        return new SeqrReport(drawn.getTitle(), drawn.getMimeType(), drawn.getContent(), drawn.getContentString());
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
