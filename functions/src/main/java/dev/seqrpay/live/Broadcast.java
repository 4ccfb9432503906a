package dev.seqrpay.live;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Sends to sockets. If one is gone or cannot be reached, the others still get the message. */
public final class Broadcast {
    private static final int GREETINGS = 5;
    private static final Duration BETWEEN_GREETINGS = Duration.ofMillis(200);

    private final Connections connections;
    private final Sockets sockets;
    private final InstantSource clock;
    private final Consumer<Duration> pause;
    private final BiConsumer<String, RuntimeException> failures;

    /** @param failures hears what went wrong, after the id of the connection */
    public Broadcast(
            Connections connections,
            Sockets sockets,
            InstantSource clock,
            Consumer<Duration> pause,
            BiConsumer<String, RuntimeException> failures) {
        this.connections = connections;
        this.sockets = sockets;
        this.clock = clock;
        this.pause = pause;
        this.failures = failures;
    }

    /**
     * Tells sockets that have just been opened, so that they miss nothing that happened before they were known. It may take a
     * moment until one can be reached: all are tried before any is tried again, so a dead one delays none of the others.
     *
     * @return how many were told
     */
    public int greet(List<String> connectionIds, String message) {
        List<String> left = connectionIds;
        for (int tries = 1; ; tries++) {
            left = left.stream()
                    .filter(connection -> !sent(connection, message))
                    .toList();
            if (left.isEmpty() || tries == GREETINGS) return connectionIds.size() - left.size();
            pause.accept(BETWEEN_GREETINGS);
        }
    }

    /** @return how many were told */
    public int tell(String paymentId, String message) {
        return (int) connections.of(paymentId, clock.instant()).stream()
                .filter(connection -> sent(connection, message))
                .count();
    }

    private boolean sent(String connectionId, String message) {
        try {
            return sockets.send(connectionId, message);
        } catch (RuntimeException e) {
            failures.accept(connectionId, e);
            return false;
        }
    }
}
