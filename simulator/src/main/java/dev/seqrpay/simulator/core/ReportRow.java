package dev.seqrpay.simulator.core;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A movement of money as a report shows it. No element of it names a currency. */
@RecordBuilder
public record ReportRow(
        String terminalId, @Nullable String cashierId, Element element, BigDecimal amount, String ersReference) {

    /** What its amount is called. */
    public enum Element {
        SALES,
        REFUND,
        REVERSAL
    }

    ReportRow withAmount(BigDecimal other) {
        return ReportRowBuilder.builder(this).amount(other).build();
    }

    ReportRow withErsReference(String other) {
        return ReportRowBuilder.builder(this).ersReference(other).build();
    }
}
