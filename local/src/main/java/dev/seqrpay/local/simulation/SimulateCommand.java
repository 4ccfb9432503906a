package dev.seqrpay.local.simulation;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/** The simulation on demand: many payments, and a table of what became of them. */
public final class SimulateCommand {
    private final PrintStream out;

    public SimulateCommand(PrintStream out) {
        this.out = out;
    }

    /**
     * What to simulate.
     *
     * @param firstSeed 50 payments belong to each seed
     * @param faults none, bad-day or full
     * @param notificationsLost a share, or null for what belongs to the faults
     * @param browsersGone likewise
     */
    public record Options(long firstSeed, long payments, String faults, Double notificationsLost, Double browsersGone) {
        Strength strength() {
            Strength named = Strength.named(faults);
            return named.losing(
                    notificationsLost == null ? named.notificationsLost() : notificationsLost,
                    browsersGone == null ? named.browsersGone() : browsersGone);
        }

        String again(long seed) {
            return "./seqrpay simulate --seed " + seed + " --faults " + faults
                    + (notificationsLost == null ? "" : " --notifications-lost " + notificationsLost)
                    + (browsersGone == null ? "" : " --browsers-gone " + browsersGone);
        }
    }

    /** @return whether the promise was kept */
    public boolean run(Options options) {
        Simulation simulation = new Simulation(options.strength());
        long seeds = Math.max(1, options.payments() / Simulation.PER_SEED);
        long start = System.nanoTime();
        Optional<Simulation.Found> found =
                simulation.run(options.firstSeed(), seeds, Runtime.getRuntime().availableProcessors());
        found.ifPresent(violated -> tell(violated, options));
        print(simulation.figures(), (System.nanoTime() - start) / 1e9, found.isPresent() ? 1 : 0);
        return found.isEmpty();
    }

    private void tell(Simulation.Found found, Options options) {
        String again = options.again(found.plan().seed());
        Account.of(found.plan(), found.violation(), again).forEach(out::println);
        out.println();
    }

    private void print(Figures figures, double seconds, int violations) {
        line("payments", "%,d over %,d seeds in %.1f s", figures.payments(), figures.seeds(), seconds);
        line("violations", "%d", violations);
        line("faults", "%,d", figures.faults());
        line("confirmed by the payer", "%,d", figures.confirmed());
        line("of these kept", "%,d (%.3f%%)", figures.kept(), figures.captureRatio() * 100);
        line(
                "acknowledged after",
                "p50 %.2f s, p99 %.2f s",
                figures.acknowledgedWithin(0.5),
                figures.acknowledgedWithin(0.99));
        line("SOAP calls per payment", "%.1f", figures.soapCallsPerPayment());
        line("ended as", "%s", figures.ends());
    }

    private void line(String name, String format, Object... values) {
        out.printf(Locale.ROOT, "%-24s" + format + "%n", withName(name, values));
    }

    private static Object[] withName(String name, Object... values) {
        Object[] all = new Object[values.length + 1];
        all[0] = name;
        System.arraycopy(values, 0, all, 1, values.length);
        return all;
    }
}
