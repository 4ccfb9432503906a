package dev.seqrpay.e2e.browser;

import dev.seqrpay.local.demo.shop.ShopPayment;
import dev.seqrpay.loopback.Await;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * How long a shopper waits for the word "paid". No build runs it, because a time says as much about the machine as about us;
 * {@code docs/benchmarks.md} says how to run it, and quotes what it prints.
 */
@BrowserTest
class PaidBenchmark {
    private static final int RUNS = Integer.getInteger("seqrpay.runs", 10);

    private final BrowserWorld world;

    PaidBenchmark(BrowserWorld world) {
        this.world = world;
    }

    @Test
    void bySocket() {
        run("by socket", true);
    }

    @Test
    void byPolling() {
        run("by polling", false);
    }

    private void run(String how, boolean hasSockets) {
        long[] millis = LongStream.generate(() -> paidMillis(hasSockets))
                .limit(RUNS)
                .sorted()
                .toArray();
        System.out.printf(
                "from \"paid\" on the phone to \"paid\" on the page %s, %d runs: median %d ms, longest %d ms%n",
                how, RUNS, millis[RUNS / 2], millis[RUNS - 1]);
    }

    private long paidMillis(boolean hasSockets) {
        ShopPayment payment = world.buy();
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
}
