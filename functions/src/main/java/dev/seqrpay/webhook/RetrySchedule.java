package dev.seqrpay.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * When a delivery is tried again: after the delays that Standard Webhooks 1.0 recommends ("Retry schedule"), three days in all,
 * each up to a fifth longer by chance, so that what failed together does not come back together.
 */
final class RetrySchedule {
    private static final List<Duration> DELAYS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));
    private static final double JITTER = 0.2;
    /** A receiver may ask for more time than the schedule has, but not for ever. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private final DoubleSupplier chance;

    /** @param chance from 0 to 1 */
    RetrySchedule(DoubleSupplier chance) {
        this.chance = chance;
    }

    /**
     * @param tries that have failed
     * @param retryAfter what the receiver asked for, or {@code null}
     * @return empty if it was the last
     */
    Optional<Instant> next(int tries, @Nullable Duration retryAfter, Instant now) {
        if (tries > DELAYS.size()) return Optional.empty();
        Duration delay = DELAYS.get(tries - 1);
        Duration jitter = Duration.ofMillis((long) (delay.toMillis() * JITTER * chance.getAsDouble()));
        return Optional.of(now.plus(longer(delay.plus(jitter), retryAfter)));
    }

    private static Duration longer(Duration ours, @Nullable Duration theirs) {
        if (theirs == null || theirs.compareTo(ours) <= 0) return ours;
        return theirs.compareTo(LONGEST) > 0 ? LONGEST : theirs;
    }
}
