package dev.seqrpay.live;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Sends to sockets. That one is gone, or cannot be reached, is nothing to the others. */
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
     * Tells a socket that has just been opened, so that it misses nothing that happened before it was known. It may take a
     * moment until it can be reached.
     */
    public boolean greet(String connectionId, String message) {
        for (int tries = 1; !sent(connectionId, message); tries++) {
            if (tries == GREETINGS) return false;
            pause.accept(BETWEEN_GREETINGS);
        }
        return true;
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
        } catch (RuntimeException unreachable) {
            failures.accept(connectionId, unreachable);
            return false;
        }
    }
}
