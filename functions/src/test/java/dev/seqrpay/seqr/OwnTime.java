package dev.seqrpay.seqr;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Supplier;

/** How long this thread itself has worked, without the time that the machine spent on other work. */
final class OwnTime {
    /** Many times what any of our work takes on a slow machine, and less than what grows with the square of a hostile answer. */
    static final Duration HANG = Duration.ofSeconds(20);

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
