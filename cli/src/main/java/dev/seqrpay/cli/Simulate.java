package dev.seqrpay.cli;

import dev.seqrpay.simulation.Options;
import dev.seqrpay.simulation.SimulateCommand;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** {@code ./seqrpay simulate}. */
final class Simulate {
    static final Set<String> OPTIONS =
            CommandSpec.forAnnotatedObject(new Options()).optionsMap().keySet();

    private final PrintStream out;

    Simulate(PrintStream out) {
        this.out = out;
    }

    /** @return the exit status: 1 if the promise was broken */
    int run(Arguments arguments) {
        arguments.values();
        List<String> words = new ArrayList<>();
        for (String name : OPTIONS) arguments.option(name).ifPresent(value -> words.addAll(List.of(name, value)));
        try {
            return new SimulateCommand(out).test(words) ? 0 : 1;
        } catch (IllegalArgumentException | ParameterException misused) {
            throw new UsageException(misused.getMessage());
        }
    }
}
