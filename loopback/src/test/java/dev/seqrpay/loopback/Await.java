package dev.seqrpay.loopback;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread will do: hardly longer than that takes, without keeping the machine busy, and not for ever. */
public final class Await {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long SHORTEST_PAUSE = Duration.ofMillis(5).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofMillis(50).toNanos();

    private Await() {}

    public static void until(BooleanSupplier condition) {
        until(PATIENCE, condition);
    }

    public static void until(Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        for (long pause = SHORTEST_PAUSE; !condition.getAsBoolean(); pause = Math.min(LONGEST_PAUSE, pause * 5 / 4)) {
            if (System.nanoTime() > deadline) throw new AssertionError("Still not so after " + patience);
            LockSupport.parkNanos(pause);
        }
    }
}
