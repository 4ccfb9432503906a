package dev.seqrpay.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.local.demo.shop.Payment;
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
 * Words of a shop, of its buyers and of whoever answers its statusURL are shown and do nothing: no script of theirs runs, no
 * dialog opens, nothing is fetched, and the page's policy has nothing to forbid.
 */
@BrowserTest
class UnsafeWordsTest {
    private static final int SHARES = 4;
    private static final String RAN = "'hasRun' in window";

    private final World world;

    UnsafeWordsTest(World world) {
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
            for (String words : Payloads.share(share, SHARES)) {
                if (!Payloads.isAcceptable(words)) continue;
                Payment payment = shop.checkout(words);
                for (String page : List.of("view", "receipt")) look(tab, payment.link(page), words);
                look(tab, world.window().page(world.window().tag(Map.of("view", payment.link("view")))), words);
            }
        }
    }

    private void look(Tab tab, String address, String words) {
        tab.open(address);
        tab.await("shown('.waiting, .confirming').length > 0");
        assertThat((Boolean) tab.run(
                        "text().normalize('NFKC').replace(/\\s/g, '').includes(%s.normalize('NFKC').replace(/\\s/g, ''))"
                                .formatted(Tab.quoted(words))))
                .as(words + " in " + tab.text())
                .isTrue();
        assertNothingRan(tab, words);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void inTheAnswerOfAStatusUrlDoNothing(int share) {
        try (Tab tab = armed()) {
            for (String words : Payloads.share(share, SHARES)) {
                String status = world.window().json("/status-" + share, () -> JSON.std.asString(answer(words)));
                tab.open(world.window()
                        .page(world.window()
                                .tag(Map.of(
                                        "invoiceQRCode",
                                        "HTTP://SEQR.SE/R1",
                                        "statusURL",
                                        status,
                                        "statusCallback",
                                        functionName(words),
                                        "paidCallback",
                                        functionName(words)))));
                tab.awaitText("SEQR");
                tab.await("all('seqr-payment')[0].payment.shop === " + Tab.quoted(words));
                assertNothingRan(tab, words);
            }
        }
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
        Payment payment = world.buy();
        try (Tab tab = armed()) {
            for (String words : Payloads.share(share, SHARES)) {
                Map<String, String> parameters = new LinkedHashMap<>(Map.of("view", payment.link("view")));
                parameters.put("statusCallback", functionName(words));
                for (String name : List.of(
                        "layout", "language", "platform", "successURL", "renewURL", "pollFreq", "injectCSS", "mode"))
                    parameters.put(name, words);
                tab.open(world.window().page(world.window().tag(parameters)));
                tab.awaitShown(".waiting");
                assertNothingRan(tab, words);
            }
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void inTheCodeOrTheStatusDoNothing(int share) {
        try (Tab tab = armed()) {
            for (String words : Payloads.share(share, 2)) {
                String status = world.window().json("/word-" + share, () -> JSON.std.asString(Map.of("status", words)));
                String body = world.window().tag(Map.of("invoiceQRCode", words, "statusURL", status));
                tab.open(world.window().page(body));
                tab.await("all('seqr-payment')[0].payment.status === " + Tab.quoted(words));
                assertNothingRan(tab, words);
            }
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

    private void assertNothingRan(Tab tab, String words) {
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
