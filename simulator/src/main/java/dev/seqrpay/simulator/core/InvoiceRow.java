package dev.seqrpay.simulator.core;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One line of a purchase. The certificate asks for {@code quantity} (at least 1) and {@code total}; SEQR takes all without. */
public record InvoiceRow(
        @Nullable String description,
        @Nullable Amount discount,
        @Nullable String ean,
        @Nullable BigDecimal quantity,
        @Nullable String sku,
        @Nullable BigDecimal taxRate,
        @Nullable Amount total,
        @Nullable String unit,
        @Nullable Amount unitPrice) {

    public static InvoiceRow of(String description, int quantity, Amount total) {
        return new InvoiceRow(description, null, null, BigDecimal.valueOf(quantity), null, null, total, null, null);
    }
}
