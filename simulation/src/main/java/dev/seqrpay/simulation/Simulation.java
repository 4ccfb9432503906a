package dev.seqrpay.simulation;

import dev.seqrpay.simulation.engine.Plan;
import dev.seqrpay.simulation.engine.Strength;
import dev.seqrpay.simulation.engine.Trace;
import dev.seqrpay.simulation.engine.Violation;
import dev.seqrpay.simulation.world.World;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Many seeds, each on one thread and independent of all others. */
final class Simulation {
    static final int PER_SEED = 50;

    private final Strength strength;
    private final Figures figures = new Figures();
    private final AtomicReference<Found> found = new AtomicReference<>();

    /** A seed that broke the promise. */
    record Found(Plan plan, Violation violation) {}

    Simulation(Strength strength) {
        this.strength = strength;
    }

    /** @return the first violation that came up, by the lowest seed that was reached */
    Optional<Found> run(long firstSeed, long seeds, int threads) {
        AtomicLong next = new AtomicLong(firstSeed);
        Thread[] workers = new Thread[threads];
        for (int i = 0; i < threads; i++) {
            workers[i] = new Thread(() -> work(next, firstSeed + seeds));
            workers[i].start();
        }
        try {
            for (Thread worker : workers) worker.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return Optional.ofNullable(found.get());
    }

    private void work(AtomicLong next, long end) {
        Figures own = new Figures();
        for (long seed = next.getAndIncrement(); seed < end && found.get() == null; seed = next.getAndIncrement()) {
            Plan plan = Plan.of(seed, strength, PER_SEED);
            World world = new World(plan, Trace.NONE);
            try {
                world.run();
                own.add(world);
            } catch (Violation violation) {
                found.accumulateAndGet(new Found(plan, violation), Simulation::lower);
            }
        }
        synchronized (figures) {
            figures.add(own);
        }
    }

    private static Found lower(Found one, Found other) {
        return one == null || other.plan().seed() < one.plan().seed() ? other : one;
    }

    Figures figures() {
        return figures;
    }
}
