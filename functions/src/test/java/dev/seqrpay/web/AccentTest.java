package dev.seqrpay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccentTest {
    private static final Pattern GROUND =
            Pattern.compile("--(?:ground|card|inset|wait-ground): (?:light-dark\\()?(#[0-9a-f]+)(?:, (#[0-9a-f]+))?");

    /** Sixteen of each channel, black and white among them. */
    private static List<String> colours() {
        List<String> colours = new ArrayList<>();
        for (int colour = 0; colour < 4096; colour++)
            colours.add(
                    String.format("#%02x%02x%02x", (colour >> 8) * 17, (colour >> 4 & 15) * 17, (colour & 15) * 17));
        return colours;
    }

    @ParameterizedTest
    @CsvSource({"#000000, #ffffff, 21.0", "#ffffff, #777777, 4.48", "#ff0000, #ffffff, 4.0", "#00695c, #00695c, 1.0"})
    void contrast_is_what_wcag_says(String one, String other, double contrast) {
        assertThat(Accent.contrast(one, other)).isBetween(contrast - 0.01, contrast + 0.01);
        assertThat(Accent.contrast(other, one)).isEqualTo(Accent.contrast(one, other));
    }

    @Test
    void a_buttons_text_can_be_read_on_every_colour_of_a_shop() {
        for (String colour : colours())
            assertThat(Accent.contrast(Accent.of(colour).text(), colour))
                    .as(colour)
                    .isGreaterThanOrEqualTo(Accent.AA);
    }

    @Test
    void as_text_it_can_be_read_on_every_ground_of_ours_in_the_light_and_in_the_dark() {
        for (String colour : colours()) {
            for (String ground : Accent.LIGHT_GROUNDS)
                assertThat(Accent.contrast(Accent.of(colour).light(), ground))
                        .as(colour + " on " + ground)
                        .isGreaterThanOrEqualTo(Accent.AA);
            for (String ground : Accent.DARK_GROUNDS)
                assertThat(Accent.contrast(Accent.of(colour).dark(), ground))
                        .as(colour + " on " + ground)
                        .isGreaterThanOrEqualTo(Accent.AA);
        }
    }

    @Test
    void the_grounds_are_those_of_the_styles() {
        String[] pay = AssetFiles.text("pay.css").split("@media \\(prefers-color-scheme: dark\\)", 2);
        assertThat(Accent.LIGHT_GROUNDS).containsExactlyInAnyOrderElementsOf(grounds(pay[0], 1));
        assertThat(Accent.DARK_GROUNDS)
                .containsExactlyInAnyOrderElementsOf(grounds(pay[1].split("@media print")[0], 1));

        String view = AssetFiles.text("view/view.css");
        assertThat(Accent.LIGHT_GROUNDS).containsAll(grounds(view, 1));
        assertThat(Accent.DARK_GROUNDS).containsAll(grounds(view.split("@supports")[1], 2));
    }

    private static List<String> grounds(String css, int group) {
        return GROUND.matcher(css)
                .results()
                .map((MatchResult found) -> found.group(group))
                .map(colour -> colour.equals("#fff") ? "#ffffff" : colour)
                .distinct()
                .toList();
    }

    @Test
    void what_can_be_read_as_it_is_stays_as_it_is() {
        assertThat(Accent.of("#1f3d36").light()).isEqualTo("#1f3d36");
        assertThat(Accent.of("#ffe000").dark()).isEqualTo("#ffe000");
    }

    @Test
    void the_style_has_the_shops_own_colour_for_buttons_and_readable_ones_for_the_rest() {
        assertThat(Accent.of("#ffe000").css())
                .startsWith(":root{--accent:")
                .contains("--brand:#ffe000;--on-brand:#000000}")
                .contains("@media(prefers-color-scheme:dark){:root{--accent:#ffe000}}");
    }
}
