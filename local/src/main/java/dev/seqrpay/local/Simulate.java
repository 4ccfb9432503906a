package dev.seqrpay.local;

import dev.seqrpay.local.simulation.SimulateCommand;
import java.io.PrintStream;
import java.util.Set;

/** {@code ./seqrpay simulate}. */
final class Simulate {
    static final Set<String> OPTIONS =
            Set.of("--payments", "--seed", "--faults", "--notifications-lost", "--browsers-gone");

    private final PrintStream out;

    Simulate(PrintStream out) {
        this.out = out;
    }

    /** @return the exit status: 1 if the promise was broken */
    int run(Arguments arguments) {
        arguments.values();
        // a seed alone is a run to be repeated
        String payments = arguments.option("--seed").isPresent() ? "50" : "10000";
        try {
            boolean kept = new SimulateCommand(out)
                    .run(new SimulateCommand.Options(
                            Long.parseLong(arguments.option("--seed").orElse("1")),
                            Long.parseLong(arguments.option("--payments").orElse(payments)),
                            arguments.option("--faults").orElse("full"),
                            share(arguments, "--notifications-lost"),
                            share(arguments, "--browsers-gone")));
            return kept ? 0 : 1;
        } catch (IllegalArgumentException misused) {
            throw new UsageException(misused.getMessage());
        }
    }

    private static Double share(Arguments arguments, String option) {
        return arguments.option(option).map(Double::valueOf).orElse(null);
    }
}
