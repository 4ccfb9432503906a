package dev.seqrpay.payment;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;

/**
 * An amount in minor units (öre, cents) of an ISO 4217 currency. SEQR writes amounts with two decimal places, so only
 * currencies that have two are known here.
 */
public record Money(Currency currency, long minor) implements ReceiptAmount {
    /** Shops' platforms write four decimal places, or six: more than two say nothing as long as they are zeros. */
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,2}0{0,20})?");

    private static final Pattern SIGNED = Pattern.compile("-?" + DECIMAL);

    public Money {
        if (!Currencies.has(currency.getCurrencyCode()))
            throw new IllegalArgumentException(currency + " is not a currency that one can pay with");
    }

    /**
     * @param value a plain decimal such as {@code 149}, {@code 149.5} or {@code 149.50}
     * @throws IllegalArgumentException with a reason that can be shown to the caller
     */
    public static Money of(String currency, String value) {
        return new Money(currency(currency), minor(value));
    }

    /** @throws IllegalArgumentException with a reason that can be shown to the caller */
    public static Currency currency(String code) {
        if (!Currencies.has(code))
            throw new IllegalArgumentException(
                    "must be an ISO 4217 currency that is in use and has two decimal places, such as \"SEK\"");
        return Currency.getInstance(code);
    }

    /** @throws IllegalArgumentException with a reason that can be shown to the caller */
    public static long minor(String value) {
        if (!DECIMAL.matcher(value).matches())
            throw new IllegalArgumentException("must be a decimal such as \"149.00\": up to 12 digits,"
                    + " at most two decimal places and zeros behind them, no sign, no exponent");
        return new BigDecimal(value).movePointRight(2).longValueExact();
    }

    /**
     * The same where there may be a discount.
     *
     * @throws IllegalArgumentException with a reason that can be shown to the caller
     */
    public static long signedMinor(String value) {
        if (!SIGNED.matcher(value).matches())
            throw new IllegalArgumentException(
                    "must be a decimal such as \"149.00\" or, for a discount, \"-20.00\": up to"
                            + " 12 digits, at most two decimal places and zeros behind them, no exponent");
        return new BigDecimal(value).movePointRight(2).longValueExact();
    }

    public Money zero() {
        return new Money(currency, 0);
    }

    public Money plus(Money other) {
        return new Money(same(other), Math.addExact(minor, other.minor));
    }

    public Money minus(Money other) {
        return new Money(same(other), Math.subtractExact(minor, other.minor));
    }

    public boolean isPositive() {
        return minor > 0;
    }

    public boolean isMoreThan(Money other) {
        same(other);
        return minor > other.minor;
    }

    /** The amount with two decimal places, as SEQR and our API write it. */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(minor, 2);
    }

    private Currency same(Money other) {
        if (!currency.equals(other.currency))
            throw new IllegalArgumentException("cannot compare or add " + currency + " and " + other.currency);
        return currency;
    }

    @Override
    public String toString() {
        return decimal() + " " + currency;
    }
}
