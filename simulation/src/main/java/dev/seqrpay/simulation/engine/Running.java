package dev.seqrpay.simulation.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The one function that runs at this moment: the ports, the clock and the pauses of all use cases are its own. */
public final class Running implements InstantSource {
    private Invocation invocation;

    public void now(Invocation running) {
        invocation = running;
    }

    public Invocation invocation() {
        return invocation;
    }

    @SuppressWarnings("unchecked")
    public <T> T call(Call.Kind kind, java.util.function.Supplier<T> effect) {
        return (T) invocation.call(new Call(kind, effect));
    }

    @Override
    public Instant instant() {
        return (Instant) invocation.clock();
    }

    public void sleep(Duration time) {
        invocation.pause(time.toNanos() / 1000);
    }
}
