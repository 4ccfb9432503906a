package dev.seqrpay.simulator.core;

import java.math.BigDecimal;

/** An amount that makes sense: SEQR moves money in these only. */
public record Sum(String currency, BigDecimal value) {

    boolean hasSameCurrencyAs(Sum other) {
        return currency.equals(other.currency);
    }

    Sum withValue(BigDecimal other) {
        return new Sum(currency, other);
    }

    @Override
    public String toString() {
        return value.toPlainString() + " " + currency;
    }
}
