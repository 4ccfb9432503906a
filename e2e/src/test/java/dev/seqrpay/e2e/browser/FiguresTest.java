package dev.seqrpay.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.local.demo.shop.ShopPayment;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What it costs a shopper's browser to wait. {@code docs/benchmarks.md} quotes what it prints. */
@BrowserTest
class FiguresTest {
    private static final Duration PAYMENT = Duration.ofSeconds(30);

    private final BrowserWorld world;

    FiguresTest(BrowserWorld world) {
        this.world = world;
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void asksFourTimesFromTheHostedPage() {
        ShopPayment payment = world.buy();
        count("hosted page", payment, payment.link("view"));
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void asksFourTimesFromTheViewInAShopsPage() {
        ShopPayment payment = world.buy();
        count("view", payment, world.window().page(world.window().tag(Map.of("view", payment.link("view")))));
    }

    /**
     * All that reaches a function about this payment, a socket and each message in it included; style, script, logo and texts
     * are kept by the browser.
     */
    private void count(String what, ShopPayment payment, String address) {
        try (Tab tab = world.open(Device.DESKTOP)) {
            tab.disguise().trustingSockets();
            tab.open(address);
            tab.awaitShown(".waiting");
            tab.await("performance.now() > " + PAYMENT.toMillis());
            long asked = tab.traffic().sent().stream()
                    .filter(sent -> sent.url().startsWith(payment.link("view"))
                                    && !sent.url().endsWith("/logo")
                            || sent.type().equals(Traffic.SOCKET))
                    .count();
            System.out.printf("requests for a payment of %d s, %s: %d%n", PAYMENT.toSeconds(), what, asked);

            assertThat(asked).isBetween(2L, 4L);
        }
    }
}
