package dev.seqrpay.simulator.core;

import java.math.BigDecimal;

/** One line of a purchase. The certificate asks for {@code quantity} (at least 1) and {@code total}; SEQR takes all without. */
public record InvoiceRow(
        String description,
        Amount discount,
        String ean,
        BigDecimal quantity,
        String sku,
        BigDecimal taxRate,
        Amount total,
        String unit,
        Amount unitPrice) {

    public static InvoiceRow of(String description, int quantity, Amount total) {
        return new InvoiceRow(description, null, null, BigDecimal.valueOf(quantity), null, null, total, null, null);
    }
}
