package dev.seqrpay.cli;

import dev.seqrpay.local.aws.template.TemplateException;
import dev.seqrpay.local.stack.Data;
import dev.seqrpay.loopback.PortInUseException;
import dev.seqrpay.simulator.Phone;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said of a command that was not understood, or cannot be done. */
final class Complaints {
    private Complaints() {}

    static int misused(ParameterException e, String[] words) {
        CommandLine verb = e.getCommandLine();
        PrintWriter err = verb.getErr();
        err.println(e instanceof UnmatchedArgumentException unmatched ? unmatched(unmatched) : e.getMessage());
        UnmatchedArgumentException.printSuggestions(e, err);
        verb.usage(err);
        err.flush();
        return ExitCode.USAGE;
    }

    /** An option without its value, which may be a password that was meant for another option. */
    private static String unmatched(UnmatchedArgumentException e) {
        String word = e.getUnmatched().get(0);
        if (word.startsWith("-")) return "Unknown option " + word.replaceFirst("(?s)=.*", "");
        return (e.getCommandLine().getSubcommands().isEmpty() ? "Too much: " : "Unknown verb ") + word;
    }

    static int failed(Exception e, CommandLine verb, ParseResult words) throws Exception {
        verb.getErr().println(reason(e));
        return ExitCode.SOFTWARE;
    }

    /** The messages of these say all there is to say. */
    private static @Nullable String reason(Exception e) throws Exception {
        if (e instanceof FailedException
                || e instanceof Phone.Failed
                || e instanceof PortInUseException
                || e instanceof Data.RefusedException
                || e instanceof TemplateException
                || e instanceof IOException) return e.getMessage();
        if (e instanceof UncheckedIOException) return cause(e);
        throw e;
    }

    /** What the exception under this one says. */
    static @Nullable String cause(Exception e) {
        Throwable cause = e.getCause();
        return cause == null ? null : cause.getMessage();
    }
}
