package dev.seqrpay.local.stack;

import dev.seqrpay.loopback.OwnersFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The time of a run: this machine's, and as much ahead of it as somebody has moved it. It goes forward only, and stays ahead at
 * the next start on the same data, whose times would lie in the future otherwise. In whole milliseconds, as everything is stored.
 */
public final class MovableClock implements InstantSource {
    private static final Duration A_CENTURY = Duration.ofDays(36_500);

    private final Optional<Path> file;
    private Duration ahead;

    private MovableClock(Optional<Path> file, Duration ahead) {
        this.file = file;
        this.ahead = ahead;
    }

    /** @param file where it is kept how far it is ahead, empty for nowhere */
    public static MovableClock keptIn(Optional<Path> file) {
        return new MovableClock(file, file.map(MovableClock::read).orElse(Duration.ZERO));
    }

    private static Duration read(Path file) {
        try {
            return Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized Instant instant() {
        return Instant.now().plus(ahead).truncatedTo(ChronoUnit.MILLIS);
    }

    /** @return the time as it is now */
    public synchronized Instant advance(Duration by) {
        if (by.isNegative() || by.compareTo(A_CENTURY) > 0)
            throw new IllegalArgumentException("the clock goes forward, and not by a century");
        ahead = ahead.plus(by);
        file.ifPresent(path -> write(path, ahead));
        return instant();
    }

    private static void write(Path file, Duration ahead) {
        try {
            OwnersFiles.write(file, ahead + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
