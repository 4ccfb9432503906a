package dev.seqrpay.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en    | SEK | 1664.50      | SEK 1,664.50
            en    | USD | 0.05         | $0.05
            en-GB | EUR | 149          | €149.00
            sv    | SEK | 1664.50      | 1 664,50 kr
            sv-SE | EUR | 149          | 149,00 €
            sv    | USD | 999999999999 | 999 999 999 999,00 US$
            """)
    void money_is_written_as_the_reader_does(String language, String currency, String value, String written) {
        assertThat(plain(in(language).money(Money.of(currency, value)))).isEqualTo(written);
    }

    @Test
    void less_than_nothing_is_written_too() {
        Money less = Money.of("SEK", "0").minus(Money.of("SEK", "12.30"));
        assertThat(plain(in("en").money(less))).isEqualTo("-SEK 12.30");
    }

    @Test
    void a_bare_amount_has_two_places() {
        assertThat(plain(in("sv").bare(Money.of("SEK", "1249")))).isEqualTo("1 249,00");
    }

    @ParameterizedTest
    @CsvSource({"en, 25, 25%", "en, 12.5, 12.5%", "en, 0, 0%"})
    void a_rate_is_in_percent(String language, BigDecimal rate, String written) {
        assertThat(in(language).percent(rate)).isEqualTo(written);
    }

    @Test
    void a_quantity_has_the_places_it_needs() {
        assertThat(in("sv").quantity(new BigDecimal("1.250"))).isEqualTo("1,25");
        assertThat(in("en").quantity(new BigDecimal("2.000000"))).isEqualTo("2");
    }

    @Test
    void a_time_says_that_it_is_utc() {
        Instant time = Instant.parse("2026-03-01T12:30:45Z");
        assertThat(plain(in("sv").time(time))).startsWith("1 mars 2026").endsWith("12:30 UTC");
        assertThat(plain(in("en").time(time))).startsWith("March 1, 2026").endsWith("12:30 PM UTC");
        assertThat(plain(in("en-GB").time(time))).startsWith("1 March 2026").endsWith("12:30 UTC");
    }

    @Test
    void a_time_is_that_of_the_shop() {
        Instant summer = Instant.parse("2026-07-01T22:30:00Z");
        assertThat(plain(in("sv", "Europe/Stockholm").time(summer)))
                .startsWith("2 juli 2026")
                .contains("00:30 ");
        assertThat(in("en", "Europe/Stockholm").time(summer)).endsWith(" CEST");
        assertThat(in("en", "Europe/Stockholm").time(Instant.parse("2026-01-01T12:00:00Z")))
                .endsWith(" CET");
    }

    private static Formats in(String language) {
        return in(language, "UTC");
    }

    private static Formats in(String language, String zone) {
        return new Formats(Locale.forLanguageTag(language), ZoneId.of(zone));
    }

    /** JDKs differ in which of the many spaces they use. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Z}]", " ").replace('\u2212', '-');
    }
}
