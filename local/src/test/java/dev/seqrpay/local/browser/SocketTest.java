package dev.seqrpay.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.local.shop.Payment;
import dev.seqrpay.local.simulator.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A page that hears by a socket, and what it does when that is no longer so. */
@BrowserTest
class SocketTest {
    /** A sign of life and its answer, and a busy machine. */
    private static final Duration A_SILENCE = Duration.ofSeconds(30);

    private final World world;

    SocketTest(World world) {
        this.world = world;
    }

    @Scenario
    void aHostedPageIsToldAndDoesNotAsk(Shoppers shopper) {
        Payment payment = world.buy();
        isToldAndDoesNotAsk(payment, listening(payment.link("view"), shopper.device));
    }

    @Scenario
    void aViewInAShopsPageIsToldAndDoesNotAsk(Shoppers shopper) {
        Payment payment = world.buy();
        String page = world.window().page(world.window().tag(Map.of("view", payment.link("view"))));
        isToldAndDoesNotAsk(payment, listening(page, shopper.device));
    }

    private void isToldAndDoesNotAsk(Payment payment, Tab tab) {
        try (tab) {
            world.pay(payment);

            tab.awaitShown(".paid");
            assertThat(polls(tab)).isZero();
            assertThat(tab.complaints().list()).isEmpty();
        }
    }

    @Test
    void askingTakesOverWhenASocketIsCutAndStopsWhenThereIsAnother() {
        Payment payment = world.buy();
        try (Tab tab = listening(payment.link("view"), Device.ANDROID)) {
            int before = tab.traffic().received();
            world.runner().sockets().cut();

            Await.until(A_SILENCE, () -> polls(tab) > 0);
            Await.until(A_SILENCE, () -> tab.traffic().received() > before);
            long asked = polls(tab);
            world.pay(payment);
            tab.awaitShown(".paid");
            assertThat(polls(tab)).as("one may have been under way").isLessThanOrEqualTo(asked + 1);
        }
    }

    @Test
    void askingTakesOverWhenASocketFallsSilent() {
        Payment payment = world.buy();
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

            tab.await("shown('.paid').length > 0", A_SILENCE);
            assertThat(polls(tab)).isPositive();
        }
    }

    @Test
    void whoSeesTheTimeRunOutIsToldHowItEndedBeforeTheNextSignOfLifeIsDue() {
        Payment payment = world.buy();
        try (Tab tab = listening(payment.link("view"), Device.DESKTOP)) {
            world.expire(payment, Instant.now().plusSeconds(6));

            tab.await("shown('.expired').length > 0", Duration.ofSeconds(11));
            assertThat(polls(tab)).isZero();
        }
    }

    private Tab listening(String address, Device device) {
        Tab tab = world.open(device).open(address);
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
