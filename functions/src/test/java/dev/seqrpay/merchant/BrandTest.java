package dev.seqrpay.merchant;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrandTest {
    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource({"#1f3d36, #1f3d36", "#ABCDEF, #abcdef", "#000000, #000000"})
    void a_colour_is_six_hexadecimal_digits(String given, String kept) {
        assertThat(new Brand(given, null).accent()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "red",
                "#fff",
                "1f3d36",
                "#1f3d3g",
                "#1f3d3600",
                " #1f3d36",
                "#1f3d36\n",
                "#１f3d36",
                "rgb(1,2,3)",
                "#1f3d36}body{display:none",
                "url(https://evil.example)"
            })
    void nothing_else_is_a_colour(String accent) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Brand(accent, null))
                .withMessage("an accent colour is written as in #1f3d36");
    }

    @Test
    void a_logo_is_told_by_its_first_bytes() {
        assertThat(new Logo(bytes("\u0089PNG\r\n\u001a\n…")).contentType()).isEqualTo("image/png");
        assertThat(new Logo(bytes("\u00ff\u00d8\u00ff\u00e0…")).contentType()).isEqualTo("image/jpeg");
        assertThat(new Logo(bytes("RIFF1234WEBPVP8 ")).contentType()).isEqualTo("image/webp");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u0089PNG",
                "\u0089PNG\n\u001a\n",
                "GIF89a",
                "RIFF1234WAVE",
                "RIFF",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "<!doctype html><script>alert(1)</script>",
                " \u0089PNG\r\n\u001a\n"
            })
    void nothing_else_is_a_logo(String file) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Logo(bytes(file)))
                .withMessage("a logo is a PNG, JPEG or WebP image");
    }

    @Test
    void a_logo_is_small() {
        byte[] most = Arrays.copyOf(bytes("\u0089PNG\r\n\u001a\n"), Logo.MAX_BYTES);
        assertThat(new Logo(most).bytes()).hasSize(16384);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Logo(Arrays.copyOf(most, Logo.MAX_BYTES + 1)))
                .withMessage("a logo has at most 16384 bytes");
    }
}
