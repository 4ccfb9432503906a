package dev.seqrpay.payment;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a refund is for.
 *
 * @param rows of the invoice, if the shop refunds by row
 * @param reason in the shop's words, {@code null} if it gave none
 * @param by the person or the system that asked for it, {@code null} if the shop did not say
 */
public record RefundDetails(
        List<Row> rows, @Nullable String reason, @Nullable String by) {
    /** Of a refund of an amount without more. */
    public static final RefundDetails NONE = new RefundDetails(List.of(), null, null);

    /**
     * What is given back of one row.
     *
     * @param number of the invoice's row, from 1
     */
    public record Row(int number, BigDecimal quantity, Money amount) {
        public Row {
            quantity = Invoice.Row.plain(quantity);
        }
    }

    public RefundDetails {
        rows = List.copyOf(rows);
    }
}
