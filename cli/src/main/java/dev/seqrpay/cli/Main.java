package dev.seqrpay.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code ./seqrpay VERB …}: a class for each verb, each of which returns the exit status. */
@Command(
        name = "./seqrpay",
        description = "A payment backend for SEQR, run and tried on this machine.",
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        footer = {"", "./seqrpay VERB --help lists the options of a verb."})
public final class Main implements Callable<Integer> {
    private static final int WIDTH = 100;
    private static final int OPTION_WIDTH = 40;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "this")
    @SuppressWarnings("UnusedVariable") // picocli wants a place for it
    private boolean help;

    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine(System.out, System.err).execute(args));
    }

    /** What {@code execute} returns is the exit status: 0, 1 if it failed, 2 if it was not understood. */
    static CommandLine commandLine(PrintStream out, PrintStream err) {
        CommandLine seqrpay = new CommandLine(new Main())
                .addSubcommand(new Up(out, err))
                .addSubcommand(new Demo(out, err))
                .addSubcommand(new Invoke(out, err))
                .addSubcommand(new SimulatorCommand(out))
                .addSubcommand(new Pay(out))
                .addSubcommand(new Cancel(out))
                .addSubcommand(new ClockCommand(out))
                .addSubcommand(new MerchantCommand(out))
                .addSubcommand(new MerchantsCommand(out))
                .addSubcommand(new KeyCommand(out))
                .addSubcommand(new TerminalCommand(out))
                .addSubcommand(new DoctorCommand(out))
                .addSubcommand(new ReconcileCommand(out))
                .addSubcommand(new SettlementsCommand(out))
                .addSubcommand(new AuditCommand(out))
                .addSubcommand(new EraseCommand(out))
                .addSubcommand(new LinkCommand(out))
                .addSubcommand(new WebhookCommand(out))
                .addSubcommand(new Listen(out))
                .addSubcommand(new Trigger(out))
                .addSubcommand(new Simulate(out))
                .addSubcommand(new Screenshots(out))
                .addSubcommand(new Completion(out))
                .addSubcommand(new Help());
        return settle(seqrpay, out, err);
    }

    static CommandLine settle(CommandLine line, PrintStream out, PrintStream err) {
        line.getSubcommands()
                .values()
                .forEach(verb -> layOut(verb.getCommandSpec().usageMessage()));
        // a word that begins with @ is a word, and may be a password
        return line.setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(WIDTH)
                .setUsageHelpLongOptionsMaxWidth(OPTION_WIDTH)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(writer(out))
                .setErr(writer(err))
                .setParameterExceptionHandler(Complaints::misused)
                .setExecutionExceptionHandler(Complaints::failed);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, Charset.defaultCharset());
    }

    private static void layOut(UsageMessageSpec usage) {
        usage.sortOptions(false)
                .abbreviateSynopsis(true)
                .parameterListHeading("%n")
                .optionListHeading("%n");
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Which verb?");
    }
}
