package dev.seqrpay.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.local.demo.shop.ShopPayment;
import dev.seqrpay.local.stack.PublicUrls;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a shopper's browser is made to send, and to whom. */
@BrowserTest
class BrowserRequestsTest {
    private static final String INLINE = "script:not([src]), style, [style], [onclick], [onload], [onerror]";

    /** Looks at each frame that is drawn. */
    private static final String ON_COMPLETION = """
            requestAnimationFrame(function look() {
              const view = document.querySelector('seqr-payment')?.shadowRoot?.querySelector('.view');
              if (!view?.querySelector('svg.code')) return requestAnimationFrame(look);
              const asked = performance.getEntriesByType('resource').filter(({ initiatorType }) => initiatorType === 'fetch');
              window.complete = { text: view.innerText, asked: asked.map(({ name }) => name) };
            });
            """;

    private final BrowserWorld world;

    BrowserRequestsTest(BrowserWorld world) {
        this.world = world;
    }

    @Scenario
    void goToTheApiAloneFromTheHostedPages(Shoppers shopper) {
        ShopPayment payment = world.buy();
        try (Tab tab = world.open(shopper.device).open(payment.link("view"))) {
            tab.awaitShown(".waiting");
            assertThat(tab.run("all('%s').length".formatted(INLINE))).isEqualTo(0);
            world.pay(payment);
            tab.await("location.pathname.endsWith('/receipt')");
            tab.awaitText("SEQR reference");
            assertThat(tab.run("all('%s').length".formatted(INLINE))).isEqualTo(0);

            assertThat(tab.traffic().sent()).allMatch(this::isToTheApi);
            assertThat(tab.traffic().referrers()).isEmpty();
            assertThat(tab.complaints().list()).isEmpty();
        }
    }

    /** The page's address is a secret of the shopper's. */
    @Scenario
    void tellNoShopWhereTheShopperComesFrom(Shoppers shopper) {
        try (Tab tab = world.open(shopper.device).open(world.buy().link("view"))) {
            tab.press("a.back");
            tab.awaitText("Not paid yet");

            assertThat(tab.run("document.referrer")).isEqualTo("");
        }
    }

    @Scenario
    void goToTheApiAloneFromTheViewInAShopsPage(Shoppers shopper) {
        ShopPayment payment = world.buy();
        try (Tab tab = world.open(shopper.device).open(shopsPage(payment))) {
            tab.awaitShown(".waiting");
            world.pay(payment);
            tab.awaitShown(".paid");

            assertThat(tab.traffic().sent().stream().skip(1))
                    .allMatch(each -> isToTheApi(each) || each.url().equals("data:,"));
            assertThat(tab.traffic().referrers()).isEmpty();
            assertThat(tab.complaints().list()).isEmpty();
        }
    }

    @Test
    void makeTheFirstViewCompleteInOneRoundTripAfterTheScript() {
        ShopPayment payment = world.buy();
        try (Tab tab = world.open(Device.DESKTOP)) {
            tab.beforeEachPage(ON_COMPLETION);
            tab.open(shopsPage(payment));
            tab.await("'complete' in window");

            assertThat((List<?>) tab.run("complete.asked")).isEqualTo(List.of(payment.link("view") + "/view"));
            assertThat((String) tab.run("complete.text")).contains("Nordlys", "249.00", "Time left", "Cancel");
        }
    }

    private String shopsPage(ShopPayment payment) {
        return world.window().page(world.window().tag(Map.of("view", payment.link("view"))));
    }

    private boolean isToTheApi(Traffic.Sent sent) {
        PublicUrls urls = world.runner().urls();
        return sent.url().startsWith(urls.api() + "/") || sent.url().startsWith(urls.socketUrl() + "/?view=");
    }
}
