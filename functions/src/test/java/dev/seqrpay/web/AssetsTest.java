package dev.seqrpay.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTest {

    @ParameterizedTest
    @CsvSource({"pay.js, text/javascript; charset=utf-8", "pay.css, text/css; charset=utf-8", "icon.svg, image/svg+xml"
    })
    void each_is_found_under_its_path_and_may_be_kept_for_ever(String name, String contentType) {
        Asset asset = Assets.find(file(name)).orElseThrow();
        assertThat(asset.contentType()).isEqualTo(contentType);
        assertThat(asset.bytes()).isNotEmpty();
        assertThat(PageHeaders.of(asset)).containsEntry("Cache-Control", "public, max-age=31536000, immutable");
    }

    @Test
    void the_style_is_there_in_every_colour() {
        String path = Assets.style("#ffe000").substring("/assets/".length());
        Asset style = Assets.find(path).orElseThrow();
        assertThat(new String(style.bytes(), UTF_8))
                .startsWith(AssetFiles.text("pay.css"))
                .endsWith(Accent.of("#ffe000").css());
        assertThat(style.contentType()).isEqualTo("text/css; charset=utf-8");
        assertThat(style.caching()).startsWith("public, max-age=3600");
        assertThat(Assets.find(path.replaceFirst("[0-9a-f]{12}", "0".repeat(12)))
                        .orElseThrow()
                        .caching())
                .isEqualTo("no-cache");
        assertThat(Assets.style(null)).isEqualTo(Assets.path("pay.css"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pay.js", "pay.css"})
    void a_page_of_yesterday_gets_the_file_of_today_but_may_not_keep_it(String name) {
        String former = name.replace(".", ".000000000000.");
        Asset asset = Assets.find(former).orElseThrow();
        assertThat(asset.bytes())
                .isEqualTo(Assets.find(file(name)).orElseThrow().bytes());
        assertThat(PageHeaders.of(asset)).containsEntry("Cache-Control", "no-cache");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "...",
                "pay.js",
                "pay..css.js",
                "texts/en.0.properties",
                "../pay.0.js",
                "Assets.0.class",
                "pay.0.js.",
                "pay.0.JS",
                "pay.0.js",
                "pay.js\0.css",
                "pay.000000000000.fff.css",
                "pay.000000000000.ffe00g.css",
                "pay.000000000000.FFE000.css",
                "pay.000000000000.ffe000.js",
                "pay.000000000000.ffe000.ffe000.css",
                "pay.ffe000.css"
            })
    void nothing_else_is_found(String file) {
        assertThat(Assets.find(file)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "innerHTML",
                "outerHTML",
                "insertAdjacent",
                "document.write",
                "eval",
                "Function(",
                "http:",
                "https:"
            })
    void the_script_makes_no_markup_and_knows_no_third_party(String sink) {
        assertThat(new String(Assets.find(file("pay.js")).orElseThrow().bytes(), UTF_8))
                .doesNotContain(sink);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@import", "url(", "//"})
    void the_style_fetches_nothing(String way) {
        assertThat(new String(Assets.find(file("pay.css")).orElseThrow().bytes(), UTF_8))
                .doesNotContain(way);
    }

    private static String file(String name) {
        assertThat(Assets.path(name)).startsWith("/assets/");
        return Assets.path(name).substring("/assets/".length());
    }
}
