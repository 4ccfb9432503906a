package dev.seqrpay.payment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a shop asks to be given back: an amount, or rows of the invoice.
 *
 * @param amount {@code null} if rows are given
 * @param rows empty if an amount is given
 * @param reason in the shop's words, {@code null} if it gave none
 * @param by the person or the system that asks, {@code null} if the shop does not say
 */
public record RefundRequest(
        @Nullable Money amount,
        List<Row> rows,
        @Nullable String reason,
        @Nullable String by) {

    /**
     * A row of the invoice.
     *
     * @param number from 1
     * @param quantity {@code null} for all that is left of it
     */
    public record Row(int number, @Nullable BigDecimal quantity) {
        boolean means(RefundDetails.Row given) {
            return number == given.number() && (quantity == null || quantity.compareTo(given.quantity()) == 0);
        }
    }

    public RefundRequest {
        rows = List.copyOf(rows);
        if (amount == null == rows.isEmpty()) throw new IllegalArgumentException("an amount or rows are given back");
    }

    public static RefundRequest of(Money amount) {
        return new RefundRequest(amount, List.of(), null, null);
    }

    /** Whether the refund is what was asked for by the same request before. */
    boolean means(Refund earlier) {
        RefundDetails details = earlier.details();
        boolean sameMoney = amount == null ? meansRows(details.rows()) : amount.equals(earlier.amount());
        return sameMoney && Objects.equals(reason, details.reason()) && Objects.equals(by, details.by());
    }

    private boolean meansRows(List<RefundDetails.Row> given) {
        if (rows.size() != given.size()) return false;
        for (int i = 0; i < rows.size(); i++) if (!rows.get(i).means(given.get(i))) return false;
        return true;
    }
}
