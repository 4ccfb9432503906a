package dev.seqrpay.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The one function that runs at this moment: the ports, the clock and the pauses of all use cases are its own. */
final class Running implements InstantSource {
    private Invocation invocation;

    void now(Invocation running) {
        invocation = running;
    }

    Invocation invocation() {
        return invocation;
    }

    @SuppressWarnings("unchecked")
    <T> T call(Call.Kind kind, java.util.function.Supplier<T> effect) {
        return (T) invocation.call(new Call(kind, effect));
    }

    @Override
    public Instant instant() {
        return (Instant) invocation.clock();
    }

    void sleep(Duration time) {
        invocation.pause(time.toNanos() / 1000);
    }
}
