package dev.seqrpay.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.local.shop.Payment;
import dev.seqrpay.local.simulator.Await;
import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** How long a shopper waits for the word "paid", and what it costs to wait. {@code docs/benchmarks.md} quotes what it prints. */
@BrowserTest
class FiguresTest {
    private static final int RUNS = Integer.getInteger("seqrpay.runs", 10);
    private static final Duration PAYMENT = Duration.ofSeconds(30);

    private final World world;

    FiguresTest(World world) {
        this.world = world;
    }

    @Test
    void showsPaidSoonAfterThePhoneDoes() {
        assertThat(medianMillis("by socket", true)).isLessThan(1500);
        assertThat(medianMillis("by polling", false)).isLessThan(2500);
    }

    private long medianMillis(String how, boolean hasSockets) {
        long[] millis = LongStream.generate(() -> paidMillis(hasSockets))
                .limit(RUNS)
                .sorted()
                .toArray();
        System.out.printf(
                "from \"paid\" on the phone to \"paid\" on the page %s, %d runs: median %d ms, longest %d ms%n",
                how, RUNS, millis[RUNS / 2], millis[RUNS - 1]);

        return millis[RUNS / 2];
    }

    private long paidMillis(boolean hasSockets) {
        Payment payment = world.buy();
        try (Tab tab = world.open(Device.DESKTOP)) {
            if (!hasSockets) tab.disguise().withoutSockets();
            tab.open(payment.link("view"));
            tab.awaitShown(".waiting");
            if (hasSockets) Await.until(() -> tab.traffic().received() > 0);
            world.pay(payment);
            long onThePhone = System.nanoTime();
            tab.awaitShown(".paid");
            return (System.nanoTime() - onThePhone) / 1_000_000;
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void asksFourTimesFromTheHostedPage() {
        Payment payment = world.buy();
        count("hosted page", payment, payment.link("view"));
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void asksFourTimesFromTheViewInAShopsPage() {
        Payment payment = world.buy();
        count("view", payment, world.window().page(world.window().tag(Map.of("view", payment.link("view")))));
    }

    /**
     * All that reaches a function about this payment, a socket and each message in it included; style, script, logo and texts
     * are kept by the browser.
     */
    private void count(String what, Payment payment, String address) {
        try (Tab tab = world.open(Device.DESKTOP).open(address)) {
            tab.awaitShown(".waiting");
            tab.await("performance.now() > " + PAYMENT.toMillis(), PAYMENT.multipliedBy(2));
            world.pay(payment);
            tab.awaitShown(".paid");
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
