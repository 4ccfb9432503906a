package dev.seqrpay.simulator.core;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An ISO 4217 currency and a decimal value, as it came from the wire: either may be missing or make no sense. */
public record Amount(@Nullable String currency, @Nullable BigDecimal value) {
    private static final int PLACES = 2;

    public static Amount of(String value, String currency) {
        return new Amount(currency, new BigDecimal(value));
    }

    public static Amount of(Sum sum) {
        return new Amount(sum.currency(), sum.value());
    }

    /** The same as a sum that is more than nothing; empty if it is none. */
    Optional<Sum> payable() {
        return wellFormed().filter(sum -> sum.value().signum() > 0);
    }

    /** The same as a sum of a known currency, with no more than two places; empty if it is none. */
    Optional<Sum> wellFormed() {
        if (currency == null || !isKnown(currency)) return Optional.empty();
        if (value == null || value.stripTrailingZeros().scale() > PLACES) return Optional.empty();
        return Optional.of(new Sum(currency, value));
    }

    private static boolean isKnown(String currency) {
        try {
            return Currency.getInstance(currency) != null;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    @Override
    public String toString() {
        return (value == null ? "?" : value.toPlainString()) + " " + currency;
    }
}
