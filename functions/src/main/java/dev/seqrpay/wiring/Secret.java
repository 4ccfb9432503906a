package dev.seqrpay.wiring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a secret says, read when it is first needed, which under SnapStart is after the snapshot, and kept for at most a minute. If it
 * cannot be read then, or makes no sense, what it said before goes on being good: payments do not stop because of it.
 */
final class Secret<T> {
    static final Duration KEPT = Duration.ofMinutes(1);
    /** Each try holds up a request. */
    static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    /** What is missing may be asked for at each call. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    /** Without it nothing goes. */
    private static final Duration FIRST = Duration.ofSeconds(8);
    /** A payment's seconds are running, and there is something to go on with. */
    private static final Duration LATER = Duration.ofSeconds(3);

    private final Function<Duration, String> text;
    private final Function<String, T> meaning;
    private final InstantSource clock;
    private final Consumer<RuntimeException> failures;
    private @Nullable T value;
    private Instant read = Instant.MIN;
    private Instant failed = Instant.MIN;

    /**
     * @param text reads it within a time
     * @param failures hears why it could not be read although something is there to go on with
     */
    Secret(
            Function<Duration, String> text,
            Function<String, T> meaning,
            InstantSource clock,
            Consumer<RuntimeException> failures) {
        this.text = text;
        this.meaning = meaning;
        this.clock = clock;
        this.failures = failures;
    }

    synchronized T get() {
        Instant now = clock.instant();
        T known = value;
        if (known == null) return read(now, FIRST);
        boolean isStale = isOver(read, KEPT, now) && isOver(failed, AFTER_FAILURE, now);
        return isStale ? tryToRead(known, now) : known;
    }

    /** Reads it now, unless it has been read since it said {@code refused}. */
    synchronized T again(T refused) {
        return refused.equals(value) ? tryToRead(refused, clock.instant()) : get();
    }

    /** Reads it again if that was not done within the last seconds: for those who miss something in what it says. */
    synchronized T fresh() {
        Instant now = clock.instant();
        T known = value;
        boolean mayBeNewer = isOver(read, FRESH, now) && isOver(failed, AFTER_FAILURE, now);
        return known != null && mayBeNewer ? tryToRead(known, now) : get();
    }

    /** A clock that has gone back says nothing about an age. */
    private static boolean isOver(Instant since, Duration time, Instant now) {
        return since.equals(Instant.MIN)
                || since.isAfter(now)
                || !since.plus(time).isAfter(now);
    }

    private T tryToRead(T known, Instant now) {
        try {
            return read(now, LATER);
        } catch (RuntimeException e) {
            failed = now;
            failures.accept(e);
            return known;
        }
    }

    private T read(Instant now, Duration within) {
        T said = meaning.apply(text.apply(within));
        value = said;
        read = now;
        failed = Instant.MIN;
        return said;
    }
}
