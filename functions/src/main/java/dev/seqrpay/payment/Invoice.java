package dev.seqrpay.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What the shop asks to be paid for: the fields of the contract's {@code invoice} that a shop can set. Payment mode
 * ({@code IMMEDIATE_DEBIT}), acknowledgment mode ({@code NO_ACKNOWLEDGMENT}), the notification's address and the backURL
 * that SEQR gets are ours.
 *
 * @param orderId the shop's own number, SEQR's {@code clientInvoiceId}
 * @param issueDate {@code null}: the time of the checkout
 * @param backUrl where the receipt page leads back to, or {@code null}
 * @param renewUrl where the shop makes a new payment for the order when this one has ended unpaid, or {@code null}
 */
public record Invoice(
        String orderId,
        String title,
        List<Row> rows,
        Money total,
        Instant issueDate,
        String cashierId,
        String footer,
        String backUrl,
        String renewUrl) {

    /** One line of the purchase. Quantity and total are required by SEQR, the rest may be {@code null}. */
    public record Row(
            String description,
            BigDecimal quantity,
            Money total,
            Money unitPrice,
            Money discount,
            BigDecimal taxRate,
            String unit,
            String sku,
            String ean) {}

    public Invoice {
        rows = List.copyOf(rows);
        if (rows.stream().map(Row::total).reduce(total.zero(), Money::plus).minor() != total.minor())
            throw new IllegalArgumentException("the rows do not sum to the total");
    }
}
