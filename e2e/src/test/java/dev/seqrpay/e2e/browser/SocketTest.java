package dev.seqrpay.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.local.demo.shop.ShopPayment;
import dev.seqrpay.loopback.Await;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A page that hears by a socket, and what it does when that is no longer so. */
@BrowserTest
class SocketTest {
    /**
     * A socket whose payment's time is up when it is opened, and which knows how it ended at the third sign of life. As long
     * as it cannot say, it tells the number that the page has: a higher one would be another total.
     */
    private static final String SEQR_CANNOT_SAY_YET = """
            window.signsOfLife = 0;
            window.pauses = [];
            const { setTimeout: wait } = window;
            window.setTimeout = (then, time, ...more) => {
              if (signsOfLife && time > 1000 && time !== 3000) pauses.push(time);
              return wait(then, time, ...more);
            };
            window.WebSocket = class {
              static OPEN = 1;
              readyState = 1;
              constructor() {
                wait(() => this.tell({ status: 'ISSUED', state: 'ISSUED', seq: 2 }));
              }
              send() {
                const isOver = ++signsOfLife === 3;
                const end = { status: 'CANCELED', state: 'CANCELED', reason: 'EXPIRED', seq: 3 };
                wait(() => this.tell(isOver ? end : { status: 'ISSUED', state: 'ISSUED', seq: 2 }));
              }
              tell(answer) {
                const now = new Date().toISOString();
                this.onmessage({ data: JSON.stringify({ ...answer, expiresAt: now, now }) });
              }
              close() {}
            };
            """;

    private final BrowserWorld world;

    SocketTest(BrowserWorld world) {
        this.world = world;
    }

    @Scenario
    void aHostedPageIsToldAndDoesNotAsk(Shoppers shopper) {
        ShopPayment payment = world.buy();
        isToldAndDoesNotAsk(payment, listening(payment.link("view"), shopper.device));
    }

    @Scenario
    void aViewInAShopsPageIsToldAndDoesNotAsk(Shoppers shopper) {
        ShopPayment payment = world.buy();
        String page = world.window().page(world.window().tag(Map.of("view", payment.link("view"))));
        isToldAndDoesNotAsk(payment, listening(page, shopper.device));
    }

    private void isToldAndDoesNotAsk(ShopPayment payment, Tab tab) {
        try (tab) {
            world.pay(payment);

            tab.awaitShown(".paid");
            assertThat(polls(tab)).isZero();
            assertThat(tab.complaints().list()).isEmpty();
        }
    }

    @Test
    void askingTakesOverWhenASocketIsCutAndStopsWhenThereIsAnother() {
        ShopPayment payment = world.buy();
        try (Tab tab = listening(payment.link("view"), Device.ANDROID)) {
            int before = tab.traffic().received();
            world.runner().sockets().cut(payment.id());

            Await.until(() -> polls(tab) > 0);
            Await.until(() -> tab.traffic().received() > before);
            long asked = polls(tab);
            world.pay(payment);
            tab.awaitShown(".paid");
            assertThat(polls(tab)).as("one may have been under way").isLessThanOrEqualTo(asked + 1);
        }
    }

    @Test
    void askingTakesOverWhenASocketFallsSilent() {
        ShopPayment payment = world.buy();
        try (Tab tab = world.open(Device.DESKTOP)) {
            tab.beforeEachPage("""
                    window.WebSocket = class extends WebSocket {
                      set onmessage(hear) {
                        super.onmessage = (event) => window.deaf || hear(event);
                      }
                    };
                    """);
            tab.open(payment.link("view"));
            Await.until(() -> tab.traffic().received() > 0);
            tab.run("window.deaf = true");
            world.pay(payment);

            tab.await("shown('.paid').length > 0");
            assertThat(polls(tab)).isPositive();
        }
    }

    @Test
    void whoSeesTheTimeRunOutIsToldHowItEnded() {
        ShopPayment payment = world.buy();
        try (Tab tab = listening(payment.link("view"), Device.DESKTOP)) {
            world.expire(payment, Instant.now().plusSeconds(6));

            tab.awaitShown(".expired");
            assertThat(polls(tab)).isZero();
        }
    }

    /** Somebody else may have asked SEQR just before the time was up: one sign of life alone would be told nothing new. */
    @Test
    void signsOfLifeFollowSoonOnceTheTimeIsUpUntilTheEndIsTold() {
        ShopPayment payment = world.buy();
        String shopsPage = world.window().page(world.window().tag(Map.of("view", payment.link("view"))));
        for (String page : List.of(payment.link("view"), shopsPage)) signsOfLifeFollowSoon(page);
    }

    private void signsOfLifeFollowSoon(String page) {
        try (Tab tab = world.open(Device.DESKTOP)) {
            tab.beforeEachPage(SEQR_CANNOT_SAY_YET);
            tab.open(page);

            tab.awaitShown(".expired");
            assertThat(tab.run("signsOfLife")).isEqualTo(3);
            assertThat((List<?>) tab.run("pauses")).isNotEmpty().allMatch(pause -> pause.equals(2000));
        }
    }

    private Tab listening(String address, Device device) {
        Tab tab = world.open(device);
        tab.disguise().trustingSockets();
        tab.open(address);
        tab.awaitShown(".waiting");
        Await.until(() -> tab.traffic().received() > 0);
        return tab;
    }

    private static long polls(Tab tab) {
        return tab.traffic().sent().stream()
                .filter(sent -> sent.url().endsWith("/status"))
                .count();
    }
}
