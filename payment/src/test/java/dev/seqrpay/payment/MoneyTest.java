package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 100",
        "1.5, 150",
        "149.00, 14900",
        "0.01, 1",
        "298.0000, 29800",
        "298.50000000, 29850",
        "999999999999.99, 99999999999999"
    })
    void reads_plain_decimals(String value, long minor) {
        assertThat(Money.of("SEK", value).minor()).isEqualTo(minor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "+1",
                "1.",
                ".5",
                "1.005",
                "1.0001",
                "1.0000000000000000000000000000",
                "1e3",
                "1,00",
                "0x10",
                "١٢",
                "1000000000000",
                "NaN"
            })
    void refuses_everything_else(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of("SEK", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sek", "BTC", "XXX", "JPY", "KWD", "SE", "CHE", "MXV", "USN"})
    void knows_only_currencies_with_two_decimals(String currency) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(currency, "1"));
    }

    @ParameterizedTest
    @CsvSource({"-20.00, -2000", "-0.04, -4", "-0.0000, 0", "20, 2000"})
    void reads_what_is_taken_off(String value, long minor) {
        assertThat(Money.signedMinor(value)).isEqualTo(minor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "--1", "- 1", "+1", "1-", "(1)", "\u22121", "-1.005", "-1e3"})
    void and_nothing_that_only_looks_like_it(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.signedMinor(value));
    }

    /** With the amendment of ISO 4217 that took each of them off the list. */
    @ParameterizedTest
    @CsvSource({
        "DEM, the euro",
        "EEK, the euro",
        "LVL, the euro",
        "LTL, the euro",
        "HRK, 174",
        "BGN, the euro in 2026",
        "ANG, 176",
        "ZWL, 177",
        "CUC, 178",
        "SLL, 171"
    })
    void knows_no_currency_that_is_gone(String currency, String since) {
        assertThatIllegalArgumentException().as(since).isThrownBy(() -> Money.of(currency, "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SEK", "EUR", "NOK", "DKK", "USD", "GBP", "CHF", "PLN", "CZK", "HUF", "RON", "UAH"})
    void knows_those_that_are_in_use(String currency) {
        assertThat(Money.of(currency, "1").currency().getCurrencyCode()).isEqualTo(currency);
    }

    @Test
    void is_never_silently_too_large_or_mixed() {
        Money most = new Money(Money.of("SEK", "1").currency(), Long.MAX_VALUE);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.plus(most));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of("SEK", "1").plus(Money.of("EUR", "1")));
    }

    @ParameterizedTest
    @CsvSource({"0.01, true", "0, false", "-0.01, false"})
    void is_positive_above_zero(String value, boolean positive) {
        Money amount = new Money(Money.of("SEK", "1").currency(), Money.signedMinor(value));

        assertThat(amount.isPositive()).isEqualTo(positive);
    }

    @ParameterizedTest
    @CsvSource({"1.00, 0.99, true", "1.00, 1.00, false", "0.99, 1.00, false"})
    void is_more_than_what_is_less(String one, String other, boolean more) {
        assertThat(Money.of("SEK", one).isMoreThan(Money.of("SEK", other))).isEqualTo(more);
    }

    @Test
    void is_written_with_two_places() {
        assertThat(Money.of("SEK", "7").decimal()).hasToString("7.00");
    }
}
