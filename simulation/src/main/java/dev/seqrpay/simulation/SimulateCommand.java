package dev.seqrpay.simulation;

import dev.seqrpay.local.aws.Project;
import dev.seqrpay.simulation.bug.Mutant;
import dev.seqrpay.simulation.bug.PlantedBug;
import dev.seqrpay.simulation.engine.Violation;
import dev.seqrpay.simulation.interleaving.Interleavings;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine;

/** The simulation on demand: many payments, and a table of what became of them. */
public final class SimulateCommand implements Predicate<List<String>> {
    private final PrintStream out;

    public SimulateCommand(PrintStream out) {
        this.out = out;
    }

    /** The same in words: a simulation that was loaded a second time has only the JDK's types in common with the first. */
    @Override
    public boolean test(List<String> words) {
        return isKept(CommandLine.populateCommand(new Options(), words.toArray(String[]::new)));
    }

    /** Simulates, and prints what became of the payments: is the promise kept? */
    public boolean isKept(Options options) {
        if (options.bug().isPresent()) return planted(options);
        if (options.interleaved() > 0) return interleaved(options.interleaved());
        Simulation simulation = new Simulation(options.strength());
        long start = System.nanoTime();
        Optional<Simulation.Found> found = simulation.run(
                options.firstSeed(), options.seeds(), Runtime.getRuntime().availableProcessors());
        found.ifPresent(violated -> tell(violated, options));
        print(simulation.figures(), (System.nanoTime() - start) / 1e9, found.isPresent() ? 1 : 0);
        return found.isEmpty();
    }

    /** One of two may die; with three, all live, or it would take many minutes. */
    private boolean interleaved(int handlers) {
        List<Interleavings> all =
                Interleavings.all(handlers, handlers > 2 ? 0 : 1).toList();
        long start = System.nanoTime();
        try {
            all.parallelStream().forEach(Interleavings::explore);
        } catch (Violation violation) {
            out.println("Violation " + violation.getMessage());
            return false;
        }
        line(
                "orders of steps",
                "%,d groups of %d, %,d different states, %,d different ends, 0 violations in %.1f s",
                all.size(),
                handlers,
                all.stream().mapToLong(Interleavings::states).sum(),
                all.stream().mapToLong(Interleavings::ends).sum(),
                (System.nanoTime() - start) / 1e9);
        return true;
    }

    private boolean planted(Options options) {
        PlantedBug bug = options.bug().get();
        return Mutant.command(bug, Project.find().folder(), SimulateCommand.class, out)
                .test(options.withoutBug());
    }

    private void tell(Simulation.Found found, Options options) {
        String again = options.again(found.plan().seed());
        ViolationReport.of(found.plan(), found.violation(), again).forEach(out::println);
        out.println();
    }

    private void print(Figures figures, double seconds, int violations) {
        line("payments", "%,d over %,d seeds in %.1f s", figures.payments(), figures.seeds(), seconds);
        line("orders taken", "%,d", figures.taken());
        line("violations", "%d", violations);
        line("faults", "%,d", figures.faults());
        line("would have been paid", "%,d", figures.wouldHavePaid());
        line("of these paid", "%.3f%%", figures.paidRatio() * 100);
        line("confirmed by the payer", "%,d", figures.confirmed());
        line("of these kept", "%,d (%.3f%%)", figures.kept(), figures.captureRatio() * 100);
        line("not kept, but", "%s", figures.lost());
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
