package dev.seqrpay.cli;

import dev.seqrpay.simulation.Options;
import dev.seqrpay.simulation.SimulateCommand;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;

/** {@code ./seqrpay simulate}. */
final class Simulate {
    private final PrintStream out;

    Simulate(PrintStream out) {
        this.out = out;
    }

    /** @return the exit status: 1 if the promise was broken */
    int run(Arguments arguments) {
        arguments.values();
        Map<String, String> words = new HashMap<>();
        for (String name : Options.NAMES) arguments.option(name).ifPresent(value -> words.put(name, value));
        try {
            return new SimulateCommand(out).test(words) ? 0 : 1;
        } catch (IllegalArgumentException misused) {
            throw new UsageException(misused.getMessage());
        }
    }
}
