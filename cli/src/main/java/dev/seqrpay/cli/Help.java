package dev.seqrpay.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./seqrpay help}. The scripts print the same from {@code cli/help/}, as help is wanted before anything is built;
 * {@code -Dhelp=write} of HelpTest writes those files again when an option has changed.
 */
@Command(name = "help", description = "these verbs, or the options of one", helpCommand = true)
final class Help implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "VERB", description = "whose options; without it, all verbs")
    private @Nullable String verb;

    @Override
    public Integer call() {
        CommandLine all = spec.parent().commandLine();
        Map<String, CommandLine> verbs = all.getSubcommands();
        CommandLine wanted = verb == null ? all : verbs.get(verb);
        if (wanted == null) throw new ParameterException(all, "Unknown verb " + verb);
        wanted.usage(all.getOut());
        return ExitCode.OK;
    }
}
