package dev.seqrpay.simulator.core;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A movement of money as a report shows it. No element of it names a currency. */
public record ReportRow(
        String terminalId, @Nullable String cashierId, Element element, BigDecimal amount, String ersReference) {

    /** What its amount is called. */
    public enum Element {
        SALES,
        REFUND,
        REVERSAL
    }

    ReportRow withAmount(BigDecimal other) {
        return new ReportRow(terminalId, cashierId, element, other, ersReference);
    }

    ReportRow withErsReference(String other) {
        return new ReportRow(terminalId, cashierId, element, amount, other);
    }
}
