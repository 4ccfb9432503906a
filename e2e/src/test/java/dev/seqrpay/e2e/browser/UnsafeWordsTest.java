package dev.seqrpay.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.local.demo.shop.ShopPayment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.jr.ob.JSON;

/**
 * Words of a shop, of its buyers and of the server behind its statusURL are shown and do nothing: no script of theirs runs, no
 * dialog opens, nothing is fetched, and the page's policy has nothing to forbid.
 */
@BrowserTest
class UnsafeWordsTest {
    private static final int SHARES = 4;
    private static final String RAN = "'hasRun' in window";

    private final BrowserWorld world;

    UnsafeWordsTest(BrowserWorld world) {
        this.world = world;
    }

    @Test
    void areMany() {
        assertThat(Payloads.all().stream().filter(Payloads::isAcceptable).distinct())
                .hasSizeGreaterThanOrEqualTo(60);
    }

    /** What the other tests look for is there to be found in a page that does not escape. */
    @Test
    void wouldBeNoticed() {
        try (Tab tab = armed()) {
            tab.open(world.window().page("<img src=x onerror=ran()>"));
            tab.await("document.readyState === 'complete'");
            assertThat(tab.complaints().list()).anyMatch(each -> each.contains("script-src"));

            tab.open("data:text/html,<img src=x onerror=ran()>");
            tab.await(RAN);
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void areOnlyShown(int share) {
        UnsafeShop shop = new UnsafeShop(world, "unsafe" + share);
        try (Tab tab = armed()) {
            int turn = share;
            for (String words : Payloads.share(share, SHARES)) {
                if (!Payloads.isAcceptable(words)) continue;
                ShopPayment payment = shop.checkout(words);
                for (String page : pages(payment, turn++)) look(tab, page, words);
                // a page that hears of the cancel goes back to its shop, and would take the next address with it
                tab.open("about:blank");
                shop.cancel(payment);
            }
        }
    }

    /** The next words are looked at on the next page, or all on all of them with {@code -Dlong=}. */
    private List<String> pages(ShopPayment payment, int turn) {
        String tag = world.window().tag(Map.of("view", payment.link("view")));
        List<String> all = List.of(
                payment.link("view"), payment.link("receipt"), world.window().page(tag));
        return Combinations.ARE_ALL ? all : List.of(all.get(turn % all.size()));
    }

    private void look(Tab tab, String address, String words) {
        tab.open(address);
        tab.await("shown('.waiting, .confirming').length > 0");
        assertThat((Boolean) tab.run(
                        "text().normalize('NFKC').replace(/\\s/g, '').includes(%s.normalize('NFKC').replace(/\\s/g, ''))"
                                .formatted(Tab.quoted(words))))
                .as(words + " in " + tab.text())
                .isTrue();
        assertNothingRan(tab, List.of(words));
    }

    /** A script that ran would be seen, even if another one hid its own. */
    private String page(List<String> tags) {
        return world.window().page(tags.toArray(String[]::new));
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void inTheAnswerOfAStatusUrlDoNothing(int share) {
        List<String> all = Payloads.share(share, SHARES);
        List<String> tags = new ArrayList<>();
        for (String words : all) {
            String status =
                    world.window().json("/status-" + share + "-" + tags.size(), () -> JSON.std.asString(answer(words)));
            tags.add(world.window()
                    .tag(Map.of(
                            "invoiceQRCode",
                            "HTTP://SEQR.SE/R1",
                            "statusURL",
                            status,
                            "statusCallback",
                            functionName(words),
                            "paidCallback",
                            functionName(words))));
        }
        try (Tab tab = armed()) {
            tab.open(page(tags));
            tab.awaitText("SEQR");
            tab.await(each("shop", all));
            assertNothingRan(tab, all);
        }
    }

    /** Whether the payment of each view says these words there. */
    private static String each(String name, List<String> all) {
        return "%s.every((words, i) => all('seqr-payment')[i].payment.%s === words)"
                .formatted(JSON.std.asString(all), name);
    }

    private static Map<String, Object> answer(String words) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", "ISSUED");
        for (String field :
                List.of("reason", "shop", "orderId", "qrCode", "seqrLink", "expiresAt", "now", "seq", "links"))
            answer.put(field, words);
        return answer;
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void inTheTagsParametersDoNothing(int share) {
        ShopPayment payment = world.buy();
        List<String> all = Payloads.share(share, SHARES);
        List<String> tags = new ArrayList<>();
        for (String words : all) {
            Map<String, String> parameters = new LinkedHashMap<>(Map.of("view", payment.link("view")));
            parameters.put("statusCallback", functionName(words));
            for (String name : List.of(
                    "layout", "language", "platform", "successURL", "renewURL", "pollFreq", "injectCSS", "mode"))
                parameters.put(name, words);
            tags.add(world.window().tag(parameters));
        }
        try (Tab tab = armed()) {
            tab.open(page(tags));
            tab.await("shown('.waiting').length === " + all.size());
            assertNothingRan(tab, all);
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void inTheCodeOrTheStatusDoNothing(int share) {
        List<String> all = Payloads.share(share, 2);
        List<String> tags = new ArrayList<>();
        for (String words : all) {
            String status = world.window()
                    .json("/word-" + share + "-" + tags.size(), () -> JSON.std.asString(Map.of("status", words)));
            tags.add(world.window().tag(Map.of("invoiceQRCode", words, "statusURL", status)));
        }
        try (Tab tab = armed()) {
            tab.open(page(tags));
            tab.await(each("status", all));
            assertNothingRan(tab, all);
        }
    }

    /** A shop may name any function of its window, and the one of this name does not like to be called. */
    private static String functionName(String words) {
        return words.equals("constructor") ? "" : words;
    }

    /** A marker that every payload would set, and requests counted from here on. */
    private Tab armed() {
        Tab tab = world.open(Device.DESKTOP);
        tab.beforeEachPage("window.ran = () => { window.hasRun = true; };");
        return tab;
    }

    private void assertNothingRan(Tab tab, List<String> all) {
        String words = String.join("\n", all);
        assertThat(tab.run(RAN)).as(words).isEqualTo(false);
        assertThat(tab.complaints().list()).as(words).isEmpty();
        Consumer<Traffic.Sent> isOurs = sent -> assertThat(sent.url()).matches("(http|ws)://127\\.0\\.0\\.1:.*");
        assertThat(tab.traffic().sent())
                .as(words)
                .filteredOn(sent -> !sent.url().startsWith("data:,"))
                .allSatisfy(isOurs);
        tab.traffic().forget();
    }
}
