package dev.seqrpay.seqr;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The end of one call. All its steps share it. */
final class Deadline {
    private final LongSupplier nanos;
    private final long end;

    private Deadline(LongSupplier nanos, long end) {
        this.nanos = nanos;
        this.end = end;
    }

    /** @param nanos as {@link System#nanoTime()} counts them */
    static Deadline in(Duration time, LongSupplier nanos) {
        return new Deadline(nanos, nanos.getAsLong() + time.toNanos());
    }

    boolean isOver() {
        return end - nanos.getAsLong() <= 0;
    }

    Duration left() {
        return Duration.ofNanos(end - nanos.getAsLong());
    }
}
