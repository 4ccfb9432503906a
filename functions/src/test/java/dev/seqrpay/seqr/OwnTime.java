package dev.seqrpay.seqr;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Supplier;

/** How long this thread itself has worked, whatever else the machine was doing in the meantime. */
final class OwnTime {
    private long longest;

    static long nanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Does the work, and takes the time of it, done or failed. */
    <T> T of(Supplier<T> work) {
        long start = nanos();
        try {
            return work.get();
        } finally {
            longest = Math.max(longest, nanos() - start);
        }
    }

    Duration longest() {
        return Duration.ofNanos(longest);
    }
}
