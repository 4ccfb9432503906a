package dev.seqrpay.accounting;

import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A rate of VAT, by value: 25 and 25.00 are one.
 *
 * @param percent {@code null} for rows that name none
 */
public record Rate(@Nullable BigDecimal percent) implements Comparable<Rate> {
    public static final Rate NONE = new Rate(null);

    private static final Comparator<Rate> ORDER =
            Comparator.comparing(Rate::percent, Comparator.nullsLast(Comparator.naturalOrder()));

    public Rate {
        if (percent != null) {
            BigDecimal stripped = percent.stripTrailingZeros();
            percent = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }

    public static Rate of(String percent) {
        return new Rate(new BigDecimal(percent));
    }

    boolean isTaxed() {
        return percent != null && percent.signum() > 0;
    }

    @Override
    public int compareTo(Rate other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return percent == null ? "none" : percent.toPlainString();
    }
}
