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
    @CsvSource({"0, 0", "1, 100", "1.5, 150", "149.00, 14900", "0.01, 1", "999999999999.99, 99999999999999"})
    void reads_plain_decimals(String value, long minor) {
        assertThat(Money.of("SEK", value).minor()).isEqualTo(minor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "-1", "+1", "1.", ".5", "1.005", "1e3", "1,00", "0x10", "١٢", "1000000000000", "NaN"})
    void refuses_everything_else(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of("SEK", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sek", "BTC", "XXX", "JPY", "KWD", "SE"})
    void knows_only_currencies_with_two_decimals(String currency) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(currency, "1"));
    }

    @Test
    void is_never_silently_too_large_or_mixed() {
        Money most = new Money(Money.of("SEK", "1").currency(), Long.MAX_VALUE);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.plus(most));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of("SEK", "1").plus(Money.of("EUR", "1")));
    }

    @Test
    void is_written_with_two_places() {
        assertThat(Money.of("SEK", "7").decimal()).hasToString("7.00");
    }
}
