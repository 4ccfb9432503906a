package dev.seqrpay.cli;

import dev.seqrpay.local.RunOptions;
import dev.seqrpay.local.Runner;
import dev.seqrpay.local.aws.Project;
import dev.seqrpay.local.stack.Data;
import dev.seqrpay.loopback.PortInUseException;
import dev.seqrpay.merchant.Origin;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs everything until it is interrupted; what was paid is there again at the next start. */
@Command(name = "up", description = "run everything on this machine and print where it is")
final class Up implements Callable<Integer> {
    private final PrintStream out;
    private final PrintStream err;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data;

    @Mixin
    private PortOptions ports;

    @Option(
            names = "--origin",
            paramLabel = "URL",
            description = "your own shop, as in http://127.0.0.1:3000; may be repeated")
    private List<String> origins = List.of();

    @Option(names = "--quiet", description = "no line for each request")
    private boolean quiet;

    @Mixin
    private SeqrOptions seqr;

    Up(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = data.folder();
        Runner runner = start(folder, options());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(runner, folder)));
        RunningStack.of(runner).leave(folder);
        out.println(PrintedAddresses.of(runner, data.given().map(Path::toString)));
        awaitInterrupt();
        stop(runner, folder);
        return ExitCode.OK;
    }

    private RunOptions options() {
        Consumer<String> requests = quiet ? line -> {} : out::println;
        origins.forEach(this::check);
        return new RunOptions(seqr.account(), ports.ports(), origins, requests);
    }

    private void check(String origin) {
        if (!Origin.of(origin).equals(Optional.of(origin)))
            throw new ParameterException(
                    spec.commandLine(),
                    "--origin is written as browsers write it, as in http://127.0.0.1:3000, without a path or a slash at"
                            + " the end: not " + origin);
    }

    private Runner start(Path folder, RunOptions options) {
        Project project = Project.find();
        try {
            return Runner.start(project, Data.inFolder(project, folder), options, err);
        } catch (PortInUseException e) {
            throw new FailedException(e.getMessage() + ": stop what listens there, or choose another one with "
                    + PortOptions.of(options.ports(), e.port()) + ", or four others with --port-base");
        }
    }

    private void stop(Runner runner, Path data) {
        try {
            RunningStack.forget(data);
        } catch (IOException e) {
            err.println("While closing: " + e);
        }
        runner.close();
    }

    private static void awaitInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            // what is closed next may wait, which an interrupted thread cannot; this one ends after it
        }
    }
}
