package dev.seqrpay.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code pay} and {@code cancel}: at the simulator that is named, or at that of the {@code up} that runs. */
final class PhoneCommand {
    static final Set<String> OPTIONS = Set.of("--simulator", "--pin", DataOption.NAME);

    private final PrintStream out;
    private final PrintStream err;

    PhoneCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(String verb, Arguments arguments) {
        List<String> words = new ArrayList<>(List.of(verb));
        words.addAll(arguments.values("REF"));
        arguments.option("--pin").ifPresent(pin -> words.addAll(List.of("--pin", pin)));
        words.addAll(simulator(arguments));
        return new SimulatorCommand(out, err).run(words.toArray(String[]::new));
    }

    /** Nothing if no {@code up} runs: then it is one that was started alone. */
    private static List<String> simulator(Arguments arguments) {
        if (arguments.option("--simulator").isPresent())
            return List.of("--simulator", arguments.required("--simulator"));
        return Running.in(DataOption.of(arguments)).map(PhoneCommand::simulator).orElse(List.of());
    }

    private static List<String> simulator(Running up) {
        return List.of(
                "--simulator",
                up.simulator()
                        .orElseThrow(() -> new FailedException("The ./seqrpay up that runs talks to " + up.seqr()
                                + ": pay with an app of that SEQR")));
    }
}
