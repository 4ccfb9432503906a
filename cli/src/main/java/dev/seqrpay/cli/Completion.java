package dev.seqrpay.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a script for a shell, which then knows the verbs and their options. */
@Command(
        name = "completion",
        description = "makes bash and zsh complete verbs and options",
        footer = {"", "In bash, or in zsh after compinit: source <(./seqrpay completion)"})
final class Completion implements Callable<Integer> {
    private final PrintStream out;

    @Spec
    private CommandSpec spec;

    Completion(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        // shells look for the last part of what is called
        out.print(AutoComplete.bash("seqrpay", spec.parent().commandLine()));
        return ExitCode.OK;
    }
}
