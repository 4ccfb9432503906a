package dev.seqrpay.payment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is left of an invoice's rows. A part of a row is worth its share of the row's total, rounded half up; the last part is worth
 * what is left, so that the parts sum to the row.
 */
final class RefundedRows {
    private final List<Invoice.Row> rows;
    private final List<RefundDetails.Row> given;

    /** @param refunds of the payment */
    RefundedRows(Invoice invoice, List<Refund> refunds) {
        this.rows = invoice.rows();
        this.given = refunds.stream()
                .filter(refund -> switch (refund.state()) {
                    case REQUESTED, SETTLED, UNKNOWN -> true;
                    case REJECTED, NOT_DONE -> false;
                })
                .flatMap(refund -> refund.details().rows().stream())
                .toList();
    }

    /** @throws RefundRefused when a row is not there, is named twice, or has not so much left */
    List<RefundDetails.Row> of(List<RefundRequest.Row> asked) {
        Set<Integer> named = new HashSet<>();
        List<RefundDetails.Row> parts = new ArrayList<>();
        for (RefundRequest.Row row : asked) {
            if (!named.add(row.number())) throw new RefundRefused("row " + row.number() + " is named twice");
            parts.add(part(row));
        }
        return parts;
    }

    private RefundDetails.Row part(RefundRequest.Row asked) {
        int number = asked.number();
        if (number < 1 || number > rows.size()) throw new RefundRefused("the payment has no row " + number);
        Invoice.Row row = rows.get(number - 1);
        BigDecimal left = left(number, row);
        BigDecimal quantity = asked.quantity() == null ? left : asked.quantity();
        if (quantity.signum() == 0 || quantity.compareTo(left) > 0)
            throw new RefundRefused("only " + left.toPlainString() + " of row " + number + " can still be refunded");
        return new RefundDetails.Row(number, quantity, worth(number, row, quantity, quantity.compareTo(left) == 0));
    }

    private BigDecimal left(int number, Invoice.Row row) {
        return given.stream()
                .filter(part -> part.number() == number)
                .map(RefundDetails.Row::quantity)
                .reduce(row.quantity(), BigDecimal::subtract);
    }

    private Money worth(int number, Invoice.Row row, BigDecimal quantity, boolean isLast) {
        if (isLast)
            return given.stream()
                    .filter(part -> part.number() == number)
                    .map(RefundDetails.Row::amount)
                    .reduce(row.total(), Money::minus);
        BigDecimal share = BigDecimal.valueOf(row.total().minor())
                .multiply(quantity)
                .divide(row.quantity(), 0, RoundingMode.HALF_UP);
        return new Money(row.total().currency(), share.longValueExact());
    }
}
