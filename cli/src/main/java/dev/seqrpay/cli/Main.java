package dev.seqrpay.cli;

import dev.seqrpay.local.aws.template.TemplateException;
import dev.seqrpay.local.stack.Data;
import dev.seqrpay.loopback.PortInUseException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code ./seqrpay VERB …}. */
public final class Main {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final PrintStream out;
    private final PrintStream err;

    Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        System.exit(new Main(System.out, System.err).run(args));
    }

    /** The exit status: 0, 1 if it failed, 2 if it was not understood. */
    int run(String... args) {
        List<String> words = List.of(args);
        if (words.contains("--help") || words.contains("-h")) return help();
        try {
            return words.isEmpty() ? misused("Which verb?") : verb(words.get(0), words.subList(1, words.size()));
        } catch (UsageException e) {
            return misused(e.getMessage());
        } catch (FailedException | PortInUseException | Data.RefusedException | TemplateException | IOException e) {
            err.println(e.getMessage());
            return FAILED;
        } catch (UncheckedIOException e) {
            err.println(e.getCause().getMessage());
            return FAILED;
        }
    }

    private int verb(String verb, List<String> words) throws IOException {
        return switch (verb) {
            case "up" -> new Up(out, err).run(Arguments.parse(words, Up.OPTIONS));
            case "demo" -> new Demo(out, err).run(Arguments.parse(words, SeqrOptions.NAMES));
            case "invoke" -> new Invoke(out, err).run(Arguments.parse(words, SeqrOptions.NAMES));
            case "simulator" -> simulator(words);
            case "pay", "cancel" -> new PhoneCommand(out, err).run(verb, Arguments.parse(words, PhoneCommand.OPTIONS));
            case "merchant" -> new MerchantCommand(out).run(Arguments.parse(words, MerchantCommand.OPTIONS));
            case "simulate" -> new Simulate(out).run(Arguments.parse(words, Simulate.OPTIONS));
            case "screenshots" -> new Screenshots(out).run(Arguments.parse(words, Set.of()));
            case "help" -> help();
            default -> misused("Unknown verb " + verb);
        };
    }

    private int simulator(List<String> words) {
        List<String> command = new ArrayList<>(List.of("run"));
        command.addAll(words);
        return new SimulatorCommand(out, err).run(command.toArray(String[]::new));
    }

    private int help() {
        out.print(Help.text());
        return DONE;
    }

    private int misused(String complaint) {
        err.println(complaint);
        err.print(Help.text());
        return MISUSED;
    }
}
