package dev.seqrpay.simulator.core;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What executeReport found.
 *
 * @param root the name of the document's element
 * @param terminalId the one terminal that it is about, or null for all of the shop's
 */
@RecordBuilder
public record Report(
        String fileName,
        String root,
        Shape shape,
        String resellerId,
        @Nullable String terminalId,
        String periodId,
        Instant generatedAt,
        List<ReportRow> rows) {

    /** What a row of the document is about. */
    public enum Shape {
        /** One movement of money. */
        DETAILS,
        BY_TERMINAL,
        BY_CASHIER,
        /** All of it: there is one row. */
        TOTAL
    }

    Report with(List<ReportRow> others) {
        return ReportBuilder.builder(this).rows(others).build();
    }

    Report ofReseller(String other) {
        return ReportBuilder.builder(this).resellerId(other).build();
    }

    Report ofPeriod(String other, List<ReportRow> others) {
        return ReportBuilder.builder(this).periodId(other).rows(others).build();
    }
}
