package dev.seqrpay.loopback;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread will do: as short as possible, and not for ever. */
public final class Await {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private Await() {}

    public static void until(BooleanSupplier condition) {
        until(PATIENCE, condition);
    }

    public static void until(Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) throw new AssertionError("Still not so after " + patience);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
