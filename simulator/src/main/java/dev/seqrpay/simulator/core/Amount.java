package dev.seqrpay.simulator.core;

import java.math.BigDecimal;
import java.util.Currency;

/** An ISO 4217 currency and a decimal value, as it came from the wire: either may be missing or make no sense. */
public record Amount(String currency, BigDecimal value) {
    private static final int PLACES = 2;

    public static Amount of(String value, String currency) {
        return new Amount(currency, new BigDecimal(value));
    }

    /** A known currency, more than nothing, and no more than two places. */
    boolean isPayable() {
        return isWellFormed() && value.signum() > 0;
    }

    boolean isWellFormed() {
        return isKnown(currency) && value != null && value.stripTrailingZeros().scale() <= PLACES;
    }

    boolean hasSameCurrencyAs(Amount other) {
        return currency.equals(other.currency);
    }

    Amount withValue(BigDecimal other) {
        return new Amount(currency, other);
    }

    private static boolean isKnown(String currency) {
        try {
            return currency != null && Currency.getInstance(currency) != null;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    @Override
    public String toString() {
        return (value == null ? "?" : value.toPlainString()) + " " + currency;
    }
}
