package dev.seqrpay.local.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.seqrpay.local.gallery.Stand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * WCAG 2.2 AA by axe-core: every page and every view, in every state and every language, light and dark, on a desktop and on
 * phones; and at a zoom of 400 %, where nothing may be cut off or need scrolling sideways.
 */
@BrowserTest
class AccessibilityTest {
    private static final List<String> LANGUAGES =
            List.of("da", "de", "en", "es", "fi", "fr", "it", "nb", "nl", "pl", "pt", "sv");
    /** What reaches over the window's edge or over that of a box that hides it. */
    private static final String CUT_OFF = """
            const wide = (e) => e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1
              || (e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible');
            const found = shown('body *, .view, .view *').filter((e) => !e.closest('.spoken') && !(e instanceof SVGElement) && wide(e));
            return [document.documentElement.scrollWidth > innerWidth && 'scrolls sideways', ...found.map((e) => e.outerHTML)].filter(Boolean);
            """;

    private final World world;

    AccessibilityTest(World world) {
        this.world = world;
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void holdsForTheHostedPages(String language) {
        List<String> found = new ArrayList<>();
        try (Tab tab = world.open(Device.DESKTOP)) {
            for (Stand stand : Stand.values())
                for (String page : List.of("view", "receipt")) {
                    tab.open(world.gallery().payment(stand).link(page) + "?lang=" + language);
                    tab.await("document.documentElement.lang === '%s' && shown('.notice').length === 1"
                            .formatted(language));
                    inspect(tab, stand + " " + page, found);
                }
            assertThat(tab.complaints().list()).isEmpty();
        }
        assertThat(found).isEmpty();
    }

    static Stream<Arguments> views() {
        return LANGUAGES.stream().flatMap(language -> Stream.of("desktop", "phone", "unsupported")
                .flatMap(platform ->
                        Stream.of("standard", "small").map(layout -> arguments(language, platform, layout))));
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @MethodSource("views")
    void holdsForTheViewInAShopsPage(String language, String platform, String layout) {
        List<String> found = new ArrayList<>();
        try (Tab tab = world.open(Device.DESKTOP)) {
            tab.open(world.window().page(tags(language, platform, layout)));
            for (Stand stand : Stand.values()) tab.awaitShown("." + stand.css());
            tab.await("shown('.view').length === %d".formatted(Stand.values().length));
            inspect(tab, platform + " " + layout, found);
            tab.disguise().offline(true);
            tab.awaitShown(".offline");
            Axe.violations(tab).forEach(each -> found.add("offline: " + each));
            assertThat(tab.complaints().list()).isEmpty();
        }
        assertThat(found).isEmpty();
    }

    private String[] tags(String language, String platform, String layout) {
        return Stream.of(Stand.values())
                .map(stand -> {
                    Map<String, String> parameters = new LinkedHashMap<>();
                    parameters.put("view", world.gallery().payment(stand).link("view"));
                    parameters.put("language", language);
                    parameters.put("platform", platform);
                    parameters.put("layout", layout);
                    parameters.put("renewURL", "/again");
                    return world.window().tag(parameters);
                })
                .toArray(String[]::new);
    }

    /** All rules once, then what the looks can change, in the dark on a phone, and at 400 %. */
    private static void inspect(Tab tab, String what, List<String> found) {
        tab.disguise().put(Device.DESKTOP).preferring(false, true);
        Axe.violations(tab).forEach(each -> found.add(what + ": " + each));
        tab.disguise().put(Device.ANDROID).preferring(true, true);
        Axe.violationsOfLooks(tab).forEach(each -> found.add(what + ", dark, phone: " + each));
        tab.disguise().put(Device.ZOOMED);
        ((List<?>) tab.run(CUT_OFF)).forEach(each -> found.add(what + ", 400 %: " + each));
    }

    /** So that a silent axe is no good news. */
    @Test
    void wouldBeMissedIfItWereNotThere() {
        try (Tab tab = world.open(Device.ZOOMED)) {
            tab.open(world.window().page("<img src='data:,'>", "<pre>" + "wide".repeat(200) + "</pre>"));

            assertThat(Axe.violations(tab).toString()).contains("image-alt");
            assertThat((List<?>) tab.run(CUT_OFF)).isNotEmpty();
        }
    }

    @Test
    void holdsForTheHostedPageWithoutAConnection() {
        try (Tab tab = world.open(Device.DESKTOP)) {
            for (String language : LANGUAGES) {
                tab.open(world.gallery().payment(Stand.WAITING).link("view") + "?lang=" + language);
                tab.disguise().offline(true);
                tab.awaitShown(".offline");
                assertThat(Axe.violations(tab)).isEmpty();
                tab.disguise().offline(false);
            }
        }
    }

    @Test
    void speaksEveryLanguageThatThereIs() {
        try (Tab tab = world.open(Device.DESKTOP)) {
            tab.open(world.gallery().payment(Stand.PAID).link("view") + "?lang=en");
            assertThat((List<?>) tab.run(
                            "all('footer a').map((a) => a.hreflang).concat(document.documentElement.lang).sort()"))
                    .isEqualTo(LANGUAGES);
        }
    }

    @Test
    void movesNothingForThoseWhoPreferItSo() {
        String moving = "roots(document).flatMap((root) => root.getAnimations()).length";
        String tag = world.window()
                .tag(Map.of("view", world.gallery().payment(Stand.WAITING).link("view")));
        try (Tab tab = world.open(Device.DESKTOP)) {
            for (String page : List.of(
                    world.gallery().payment(Stand.WAITING).link("view"),
                    world.window().page(tag))) {
                tab.open(page);
                tab.awaitShown(".waiting");
                tab.disguise().preferring(false, false);
                tab.await(moving + " > 0");
                tab.disguise().preferring(false, true);
                tab.await(moving + " === 0");
            }
        }
    }
}
