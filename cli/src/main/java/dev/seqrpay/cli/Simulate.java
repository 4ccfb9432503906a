package dev.seqrpay.cli;

import dev.seqrpay.simulation.Options;
import dev.seqrpay.simulation.SimulateCommand;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The simulation by seeds or by orders of steps; it fails if the promise was broken. */
@Command(name = "simulate", description = "the payment logic on virtual time under faults")
final class Simulate implements Callable<Integer> {
    private final PrintStream out;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Options options;

    Simulate(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        try {
            return new SimulateCommand(out).isKept(options) ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (IllegalArgumentException misused) {
            throw new ParameterException(spec.commandLine(), misused.getMessage());
        }
    }
}
