package dev.seqrpay.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViewScriptTest {
    /** What a shop's page is promised that the view costs, at most. */
    private static final int MOST_BYTES = 12_000;

    static List<String> languages() {
        return Texts.LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void is_small_with_the_words_of_any_language(String language) throws IOException {
        byte[] script = Assets.script(language).bytes();
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(script);
        }
        assertThat(compressed.size()).isLessThan(MOST_BYTES);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void has_english_and_the_readers_words_and_no_others(String language) {
        String script = script(language);
        for (String each : Texts.LANGUAGES)
            assertThat(script.contains(word(each))).as(each).isEqualTo(each.equals("en") || each.equals(language));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void the_words_of_each_language_are_one_line_for_each_key(String language) {
        assertThat(ViewScript.texts(language).lines())
                .hasSameSizeAs(ViewScript.texts("en").lines().toList());
        assertThat(file("texts." + language + ".txt")).isEqualTo(ViewScript.texts(language));
    }

    @Test
    void is_in_english_for_those_whose_language_it_has_not() {
        assertThat(script("hu")).isEqualTo(script("en")).isEqualTo(script(""));
    }

    @Test
    void the_module_has_every_language_and_the_same_code() {
        String module = file("seqr.mjs");
        assertThat(Texts.LANGUAGES).allMatch(language -> module.contains(word(language)));
        assertThat(module).endsWith("export { SeqrPayment };\n").doesNotContain("currentScript");
        assertThat(script("en"))
                .contains("class SeqrPayment extends HTMLElement")
                .doesNotContain("export ");
    }

    /** There is nothing to stand beside while the head is read. */
    @Test
    void a_tag_in_the_head_waits_for_the_page() {
        assertThat(script("en"))
                .contains("listen(document,'DOMContentLoaded',place)", "inPage('getElementById','seqrPayment')");
    }

    /**
     * An element of the page may be named like any of them (HTML, "named access on the Window object", and the Document's
     * {@code [LegacyOverrideBuiltIns]}): what the script needs it takes by page.js.
     */
    @Test
    void takes_nothing_from_the_page_by_a_name_that_an_element_may_have() {
        assertThat(script("en"))
                .doesNotContainPattern("\\b(document|window)\\.")
                .contains("Reflect.get(Document.prototype,name,document)");
    }

    @Test
    void keeps_what_is_quoted_and_drops_the_spaces_around_signs() {
        assertThat(script("en"))
                .contains("'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'", "`M${x + 4} ${y + 4}h1v1h-1z`")
                .contains("const bits=[];", "for(let pad=0xec;", "codes[i + 1]", "put(codes.length,9);");
    }

    @Test
    void knows_a_drawing_and_the_meanings_of_every_standing() {
        for (PageState standing : PageState.values())
            if (standing != PageState.CONFIRMING)
                assertThat(script("en"))
                        .contains(
                                "\"" + standing.css() + "\":[\"" + standing.icon.path + "\",\"" + standing.meanings());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval", "Function(", "onclick"})
    void makes_no_markup_and_no_code(String sink) {
        assertThat(script("en")).doesNotContain(sink);
    }

    /** The two stores are links, the name of SVG is no address; nothing else outside is named, and nothing is fetched. */
    @Test
    void knows_no_third_party_but_the_stores() {
        assertThat(script("en").replaceAll("https://apps.apple.com/|https://play.google.com/|http://www.w3.org/", ""))
                .doesNotContainPattern("https?://")
                .doesNotContain("@import", "url(");
    }

    @Test
    void every_site_may_fetch_it_and_keep_it_for_a_while() {
        for (Asset asset : List.of(Assets.script("sv"), Assets.find("seqr.mjs").orElseThrow()))
            assertThat(PageHeaders.of(asset))
                    .containsEntry("Content-Type", "text/javascript; charset=utf-8")
                    .containsEntry("Access-Control-Allow-Origin", "*")
                    .containsEntry("Cross-Origin-Resource-Policy", "cross-origin")
                    .hasEntrySatisfying(
                            "Cache-Control", kept -> assertThat(kept).startsWith("public, max-age="));
        assertThat(file("seqr.d.ts")).contains("export class SeqrPayment");
    }

    @Test
    void the_pages_are_framed_by_the_shop_alone() {
        assertThat(policy(List.of())).contains("frame-ancestors 'none';");
        assertThat(policy(List.of("https://shop.example", "http://localhost:8081")))
                .contains("frame-ancestors https://shop.example http://localhost:8081;");
    }

    @Test
    void a_socket_is_all_that_the_pages_may_open_elsewhere() {
        assertThat(policy(List.of())).contains("connect-src 'self' wss://live.example/live;");
    }

    private static String policy(List<String> origins) {
        return PageHeaders.page(origins, "wss://live.example/live").get("Content-Security-Policy");
    }

    static String script(String acceptLanguage) {
        return new String(Assets.script(acceptLanguage).bytes(), UTF_8);
    }

    private static String file(String name) {
        return new String(Assets.find(name).orElseThrow().bytes(), UTF_8);
    }

    /** A sentence that no two languages share. */
    private static String word(String language) {
        return ViewScript.texts(language).lines().toList().get(3);
    }
}
