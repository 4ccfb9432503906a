package dev.seqrpay.cli;

import dev.seqrpay.local.aws.Project;
import dev.seqrpay.local.aws.function.InvocationException;
import dev.seqrpay.local.stack.Data;
import dev.seqrpay.local.stack.PublicUrls;
import dev.seqrpay.local.stack.SeqrAccount;
import dev.seqrpay.local.stack.Stack;
import dev.seqrpay.simulator.Simulator;
import dev.seqrpay.simulator.SimulatorOptions;
import dev.seqrpay.wiring.Wiring;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * One function, one event, and a table that has the webshop of {@code events/} in it and no payment: the answer goes to standard
 * output, what the function logs to standard error.
 */
@Command(name = "invoke", description = "one function with one event, like sam local invoke")
final class Invoke implements Callable<Integer> {
    private static final SimulatorOptions SIMULATOR =
            SimulatorOptions.standard().port(0);

    private final PrintStream out;
    private final PrintStream err;

    @Parameters(index = "0", paramLabel = "FUNCTION", description = "as it is called in template.yaml")
    private String function;

    @Parameters(index = "1", paramLabel = "FILE", description = "the event, as in events/")
    private Path file;

    @Mixin
    private SeqrOptions seqr;

    Invoke(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws IOException {
        byte[] event = read(file);
        Project project = Project.find();
        try (Data data = Data.inMemory(project);
                Simulator simulator = Simulator.start(SIMULATOR);
                Stack stack = stack(project, data, seqr.account().orElseGet(() -> account(simulator)))) {
            EventsShop.register(new Wiring(stack.environment("Checkout"), err::println));
            out.write(stack.function(function).invoke(event));
            out.println();
            return ExitCode.OK;
        } catch (InvocationException | NoSuchElementException e) {
            throw new FailedException(e.getMessage());
        }
    }

    private Stack stack(Project project, Data data, SeqrAccount seqr) {
        EventsShop.prepare(data.keys());
        PublicUrls urls = new PublicUrls("http://127.0.0.1:8080", "http://127.0.0.1:8083");
        return new Stack(project, data, seqr, urls, (name, line) -> err.println(line));
    }

    private static SeqrAccount account(Simulator simulator) {
        return new SeqrAccount(simulator.soapUrl().toString(), SIMULATOR.terminalId(), SIMULATOR.terminalPassword());
    }

    private static byte[] read(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new FailedException("There is no file " + file);
        }
    }
}
