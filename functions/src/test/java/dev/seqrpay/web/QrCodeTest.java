package dev.seqrpay.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {
    private static final Pattern RECTANGLE = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP://SEQR.SE/R1397240460668",
                "HTTP://SEQR.SE/R1",
                "HTTP://SEQR.SE/R999999999999999999",
                "http://extdev4.seqr.se/r1397240460668",
                "<script>&\"'åäö"
            })
    void a_reader_reads_the_text(String text) throws Exception {
        assertThat(new Decoder().decode(modules(QrCode.svg(text))).getText()).isEqualTo(text);
    }

    @Test
    void capitals_make_a_small_code_that_stands_damage() throws Exception {
        boolean[][] modules = modules(QrCode.svg("HTTP://SEQR.SE/R1397240460668"));
        assertThat(modules).hasDimensions(25, 25);
        assertThat(new Decoder().decode(modules).getECLevel()).isEqualTo("Q");
    }

    @Test
    void the_text_is_its_alternative() {
        Markup svg = new Markup(QrCode.svg("HTTP://SEQR.SE/R1"));
        assertThat(svg.text("/*/*[local-name()='title']")).isEqualTo("HTTP://SEQR.SE/R1");
        assertThat(svg.all("/*/*[local-name()='path']")).hasSize(1);
    }

    /** The dark modules, once it is certain that a margin of four is light. */
    private static boolean[][] modules(String svg) {
        Markup markup = new Markup(svg);
        String[] box = markup.one("/*").getAttribute("viewBox").split(" ");
        int size = Integer.parseInt(box[2]) - 8;
        boolean[][] modules = new boolean[size][size];
        String path = markup.one("//*[local-name()='path']").getAttribute("d");
        assertThat(RECTANGLE.matcher(path).replaceAll("")).isEmpty();
        for (Matcher dark = RECTANGLE.matcher(path); dark.find(); )
            for (int x = 0; x < number(dark, 3); x++) modules[number(dark, 2) - 4][number(dark, 1) - 4 + x] = true;
        return modules;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
