package dev.seqrpay.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.merchant.Seller;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sv                                   | sv
            sv-SE,sv;q=0.9,en;q=0.8              | sv-SE
            en-GB                                | en-GB
            hu-HU,hu;q=0.9,sv;q=0.4,en;q=0.3     | sv
            en;q=0.3,sv;q=0.4                    | sv
            en;q=0.5, sv;q=0.5                   | en
            sv;q=0, en;q=0.1                     | en
            sv;q=0                               | en
            SV-se                                | sv-SE
            hu,cs;q=0.5                          | en
            no                                   | nb
            nn-NO,en;q=0.5                       | nb-NO
            pt-BR                                | pt-BR
            *                                    | en
            sv-u-nu-arab-ca-buddhist             | sv
            sv-Latn-FI-x-private                 | sv-FI
            ''                                   | en
            ;;q=,,                               | en
            sv;q=2                               | en
            "><script>alert(1)</script>          | en
            """)
    void chooses_what_the_reader_prefers(String header, String chosen) {
        assertThat(Texts.choose(header)).isEqualTo(chosen);
    }

    @Test
    void the_first_wish_that_can_be_met_counts() {
        assertThat(Texts.choose("sv", "en")).isEqualTo("sv");
        assertThat(Texts.choose(null, "sv")).isEqualTo("sv");
        assertThat(Texts.choose("xx", "sv")).isEqualTo("sv");
        assertThat(Texts.choose(null, null)).isEqualTo("en");
    }

    @Test
    void a_shop_may_speak_some_of_them_and_one_to_those_who_speak_none() {
        Shop shop = new Shop("Shop", null, false, Seller.NONE, List.of("sv", "de", "xx"));
        assertThat(shop.languages()).containsExactly("sv", "de");
        assertThat(shop.language("en", "de-AT,fr")).isEqualTo("de-AT");
        assertThat(shop.language("en", "fr")).isEqualTo("sv");
        assertThat(new Shop("Shop", null, false, Seller.NONE, List.of("xx")).languages())
                .isEqualTo(Texts.LANGUAGES);
    }

    @Test
    void every_language_has_every_text() throws IOException {
        Properties english = read("en");
        for (String language : Texts.LANGUAGES) {
            Properties texts = read(language);
            assertThat(texts.keySet()).as(language).isEqualTo(english.keySet());
            assertThat(texts.values()).as(language).noneMatch(text -> ((String) text).isBlank());
        }
    }

    private static Properties read(String language) throws IOException {
        Properties texts = new Properties();
        try (var file = Texts.class.getResourceAsStream("texts/" + language + ".properties")) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
