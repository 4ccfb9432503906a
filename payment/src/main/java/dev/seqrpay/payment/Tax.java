package dev.seqrpay.payment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tax that is contained in all rows of one rate. It is computed from their sum, not row by row, so that rounding
 * happens once.
 *
 * @param rate in percent
 */
public record Tax(BigDecimal rate, Money gross) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** One for each rate, the lowest first. Rows without a rate are left out. */
    public static List<Tax> of(Invoice invoice) {
        Map<BigDecimal, Money> byRate = new TreeMap<>(); // by value: 25 and 25.0 are one rate
        for (Invoice.Row row : invoice.rows())
            if (row.taxRate() != null) byRate.merge(row.taxRate(), row.total(), Money::plus);
        return byRate.entrySet().stream()
                .map(rate -> new Tax(rate.getKey(), rate.getValue()))
                .toList();
    }

    public Money amount() {
        BigDecimal tax =
                BigDecimal.valueOf(gross.minor()).multiply(rate).divide(HUNDRED.add(rate), 0, RoundingMode.HALF_UP);
        return new Money(gross.currency(), tax.longValueExact());
    }

    public Money net() {
        return gross.minus(amount());
    }
}
