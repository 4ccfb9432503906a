package dev.seqrpay.simulator.core;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What executeReport found.
 *
 * @param root the name of the document's element
 * @param terminalId the one terminal that it is about, or null for all of the shop's
 */
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
        return new Report(fileName, root, shape, resellerId, terminalId, periodId, generatedAt, others);
    }

    Report ofReseller(String other) {
        return new Report(fileName, root, shape, other, terminalId, periodId, generatedAt, rows);
    }

    Report ofPeriod(String other, List<ReportRow> others) {
        return new Report(fileName, root, shape, resellerId, terminalId, other, generatedAt, others);
    }
}
