package dev.seqrpay.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.seqrpay.e2e.gallery.Stand;
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
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.jr.ob.JSON;

/**
 * WCAG 2.2 AA by axe-core: every page and every view, in every state and every language, light and dark, on a desktop and on
 * phones; and at a zoom of 400 %, where nothing may be cut off or need scrolling sideways. Each state is
 * seen in four languages, two on each of its pages, and each form of the view in two; {@code -Dlong=} sees all together.
 */
@BrowserTest
class AccessibilityTest {
    private static final List<String> LANGUAGES =
            List.of("da", "de", "en", "es", "fi", "fr", "it", "nb", "nl", "pl", "pt", "sv");
    private static final int SHARES = 6;
    /** What reaches over the window's edge or over that of a box that hides it. */
    private static final String CUT_OFF = """
            const wide = (e) => e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1
              || (e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible');
            const found = shown('body *, .view, .view *').filter((e) => !e.closest('.spoken') && !(e instanceof SVGElement) && wide(e));
            return [document.documentElement.scrollWidth > innerWidth && 'scrolls sideways', ...found.map((e) => e.outerHTML)].filter(Boolean);
            """;

    /** All but the words: where two pages agree in it, what axe says of one holds for the other, sizes excepted. */
    private static final String OUTLINE = """
            return all('body, body *').filter((e) => !e.closest('title')).map((e) =>
              [e.localName, ...e.getAttributeNames(), e.getAttribute('class'), e.getAttribute('role'), e.type].join(' '));
            """;

    private final BrowserWorld world;

    AccessibilityTest(BrowserWorld world) {
        this.world = world;
    }

    /** A page in one of its states, as one kind of browser gets it. */
    record Sight(Stand stand, String page, Device device) {
        @Override
        public String toString() {
            String browser = device == Device.DESKTOP ? "desktop" : device == Device.INSTAGRAM ? "in an app" : "phone";
            return stand + " " + page + ", " + browser;
        }

        /** The next stand is seen in the next languages, so that each language is seen. */
        List<String> languages() {
            boolean isReceipt = page.equals("receipt");
            return someOf(2 * stand.ordinal() + (isReceipt ? 1 : 0));
        }
    }

    /** Two, or all of them with {@code -Dlong=}. */
    private static List<String> someOf(int first) {
        return LANGUAGES.stream()
                .filter(language -> Combinations.ARE_ALL || (LANGUAGES.indexOf(language) + first) % SHARES == 0)
                .toList();
    }

    /** What depends on the browser is there while the payment waits, and nothing else does. */
    static Stream<Sight> sights() {
        Stream<Sight> all = Stream.of(Stand.values())
                .flatMap(stand -> Stream.of("view", "receipt").map(page -> new Sight(stand, page, Device.DESKTOP)));
        Stream<Sight> phones = Stream.of(Device.ANDROID, Device.INSTAGRAM, Device.OTHER_PHONE)
                .map(device -> new Sight(Stand.WAITING, "view", device));
        return Stream.concat(all, phones);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @MethodSource("sights")
    void holdsForTheHostedPages(Sight sight) {
        Findings found = new Findings();
        try (Tab tab = world.open(sight.device())) {
            Axe.comeWithEachPage(tab);
            for (String language : sight.languages()) {
                tab.disguise().put(sight.device());
                tab.open(world.gallery().payment(sight.stand()).link(sight.page()) + "?lang=" + language);
                tab.await(
                        "document.documentElement.lang === '%s' && shown('.notice').length === 1".formatted(language));
                unfold(tab);
                found.inspect(tab, sight + " " + language);
            }
            assertThat(tab.complaints().list()).isEmpty();
        }
        assertThat(found.list).isEmpty();
    }

    /** What is folded away, or waits for the script to show it, is a page's as well. */
    private static void unfold(Tab tab) {
        tab.run("""
                all('details').forEach((details) => { details.open = true; });
                all('[data-help], .leaving, .cancel > *').forEach((part) => { part.hidden = false; });
                return 0;
                """);
    }

    /** Before and after it has ended. */
    @Test
    void holdsForThePageOfALink() {
        Map<String, Object> amount = Map.of("currency", "SEK", "value", "149.00");
        Map<String, Object> row = Map.of("itemDescription", "Cup", "itemQuantity", "1", "itemTotalAmount", amount);
        Map<String, Object> link = world.api(
                "POST",
                "/links",
                JSON.std.asString(Map.of(
                        "orderId", "axe", "reusable", true, "totalAmount", amount, "invoiceRows", List.of(row))));
        try (Tab tab = world.open(Device.DESKTOP)) {
            Axe.comeWithEachPage(tab);
            for (boolean isOpen : new boolean[] {true, false}) {
                Findings found = new Findings();
                world.api("PATCH", "/links/" + link.get("id"), "{\"enabled\":" + isOpen + "}");
                for (String language : LANGUAGES) {
                    tab.open(link.get("url") + "?lang=" + language);
                    tab.await("document.documentElement.lang === '%s'".formatted(language));
                    unfold(tab);
                    found.inspect(tab, "link " + isOpen + " " + language);
                }
                assertThat(found.list).isEmpty();
            }
            assertThat(tab.complaints().list()).isEmpty();
        }
    }

    /** Together they are seen in every language. */
    static Stream<Arguments> views() {
        List<String> platforms = List.of("desktop", "phone", "unsupported");
        List<String> layouts = List.of("standard", "small");
        return platforms.stream().flatMap(platform -> layouts.stream()
                .map(layout -> arguments(
                        platform, layout, someOf(2 * platforms.indexOf(platform) + layouts.indexOf(layout)))));
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @MethodSource("views")
    void holdsForTheViewInAShopsPage(String platform, String layout, List<String> languages) {
        Findings found = new Findings();
        Findings offline = new Findings();
        try (Tab tab = world.open(Device.DESKTOP)) {
            tab.open(world.window().page(tags(platform, layout)));
            for (String language : languages) {
                tab.run("all('seqr-payment').forEach((view) => view.start({ ...view.options, language: '%s' }))"
                        .formatted(language));
                tab.await(
                        "all('.view[lang=%s]').filter((view) => view.querySelector('.notice:not(.preparing, .offline)')).length === %d"
                                .formatted(language, Stand.values().length - 1));
                tab.await("shown('.view').length === %d".formatted(Stand.values().length));
                unfold(tab);
                found.inspect(tab, platform + " " + layout + " " + language);
                tab.disguise().offline(true);
                tab.awaitShown(".offline");
                offline.inspect(tab, platform + " " + layout + " " + language + ", offline");
                tab.disguise().offline(false);
            }
            assertThat(tab.complaints().list()).isEmpty();
        }
        assertThat(found.list).isEmpty();
        assertThat(offline.list).isEmpty();
    }

    private String[] tags(String platform, String layout) {
        return Stream.of(Stand.values())
                .map(stand -> {
                    Map<String, String> parameters = new LinkedHashMap<>();
                    parameters.put("view", world.gallery().payment(stand).link("view"));
                    parameters.put("platform", platform);
                    parameters.put("layout", layout);
                    parameters.put("renewURL", "/again");
                    return world.window().tag(parameters);
                })
                .toArray(String[]::new);
    }

    /** Of one page in one language after the other. */
    private static final class Findings {
        final List<String> list = new ArrayList<>();
        private List<?> outline;

        /**
         * All rules, and what the dark and a phone can change, once for each outline, which is the same in all languages; what
         * words can change for each language: sizes on a phone, and what is cut off at 400 %.
         */
        void inspect(Tab tab, String what) {
            List<?> here = (List<?>) tab.run(OUTLINE);
            if (!here.equals(outline)) {
                if (outline != null) list.add(what + " has other elements than its other languages");
                tab.disguise().put(Device.DESKTOP).preferring(false, true);
                Axe.violations(tab).forEach(each -> list.add(what + ": " + each));
                tab.disguise().put(Device.ANDROID).preferring(true, true);
                Axe.violationsOfLooks(tab).forEach(each -> list.add(what + ", dark, phone: " + each));
                outline = here;
            } else {
                tab.disguise().put(Device.ANDROID);
                Axe.violationsOfSizes(tab).forEach(each -> list.add(what + ", phone: " + each));
            }
            tab.disguise().put(Device.ZOOMED);
            ((List<?>) tab.run(CUT_OFF)).forEach(each -> list.add(what + ", 400 %: " + each));
        }
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
        Findings found = new Findings();
        try (Tab tab = world.open(Device.DESKTOP)) {
            Axe.comeWithEachPage(tab);
            for (String language : someOf(0)) {
                tab.open(world.gallery().payment(Stand.WAITING).link("view") + "?lang=" + language);
                tab.disguise().offline(true);
                tab.awaitShown(".offline");
                found.inspect(tab, language);
                tab.disguise().offline(false);
            }
        }
        assertThat(found.list).isEmpty();
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
                    world.gallery().payment(Stand.PAID).link("receipt"),
                    world.window().page(tag))) {
                tab.disguise().preferring(false, true);
                tab.open(page);
                tab.awaitShown(".waiting, .paid");
                tab.disguise().preferring(false, false);
                tab.await(moving + " > 0");
                tab.disguise().preferring(false, true);
                tab.await(moving + " === 0");
            }
        }
    }
}
