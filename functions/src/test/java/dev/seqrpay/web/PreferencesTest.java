package dev.seqrpay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sv|sv",
                "sv, en;q=0.5|sv en",
                "en;q=0.5, sv|sv en",
                "en ; Q = 0.5 , sv|sv en",
                "en;q=0, sv;q=0.001|sv",
                "en;q=2, sv|sv",
                "en;q=, sv|sv",
                "en;q=abc, sv|sv",
                "en;level=1;q=0.3, sv;q=0.4|sv en",
                ",,sv,|sv",
                "å, sv|sv",
                "s v, en|en"
            })
    void the_most_wished_for_comes_first_and_a_bad_entry_spoils_no_other(String header, String names) {
        assertThat(Preferences.of(header)).isEqualTo(List.of(names.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "--", "-,-", "-;q=1", ";q=1", "q", "*-*", "x-", "-x", "1-1", "_", ""})
    void what_is_no_language_is_no_wish(String header) {
        assertThat(Texts.choose(header)).isEqualTo("en");
        assertThat(Texts.choose(header + ",sv")).isEqualTo("sv");
        assertThat(Texts.choose("sv," + header)).isEqualTo("sv");
    }

    @Test
    void nothing_that_somebody_may_send_makes_it_fail() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            String header = random.ints(random.nextInt(20), 0, 23)
                    .mapToObj(at -> String.valueOf("-_,;=qQ01.9*aZsvEN /\t\u0000å".charAt(at)))
                    .collect(Collectors.joining());
            assertThat(Texts.choose(header)).as(header).isNotNull();
            Preferences.takes(header, "gzip");
            Preferences.wantsHtml(header);
        }
    }

    @Test
    void a_coding_that_is_refused_is_not_taken() {
        assertThat(Preferences.takes("gzip, deflate, br", "gzip")).isTrue();
        assertThat(Preferences.takes("GZIP", "gzip")).isTrue();
        assertThat(Preferences.takes("gzip;q=0", "gzip")).isFalse();
        assertThat(Preferences.takes("x-gzip2", "gzip")).isFalse();
    }

    @Test
    void a_browser_names_html_and_a_script_does_not() {
        assertThat(Preferences.wantsHtml("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"))
                .isTrue();
        assertThat(Preferences.wantsHtml("*/*")).isFalse();
        assertThat(Preferences.wantsHtml("application/json, text/html;q=0")).isFalse();
    }
}
