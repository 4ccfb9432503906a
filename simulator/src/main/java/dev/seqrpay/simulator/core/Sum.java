package dev.seqrpay.simulator.core;

import java.math.BigDecimal;

/** An {@link Amount} that makes sense: SEQR moves money in these only. */
public record Sum(String currency, BigDecimal value) {

    boolean hasSameCurrencyAs(Sum other) {
        return currency.equals(other.currency);
    }

    Sum withValue(BigDecimal other) {
        return new Sum(currency, other);
    }

    public Amount asAmount() {
        return new Amount(currency, value);
    }

    @Override
    public String toString() {
        return asAmount().toString();
    }
}
