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
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Runs everything until it is interrupted; what was paid is there again at the next start. */
final class Up {
    static final Set<String> OPTIONS = options();

    private final PrintStream out;
    private final PrintStream err;

    Up(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    private static Set<String> options() {
        Set<String> options = new TreeSet<>(PortOptions.NAMES);
        options.addAll(SeqrOptions.NAMES);
        options.addAll(Set.of(DataOption.NAME, "--origin", "--quiet"));
        return options;
    }

    int run(Arguments arguments) throws IOException {
        arguments.values();
        Path data = DataOption.of(arguments);
        Runner runner = start(data, options(arguments));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(runner, data)));
        Running.of(runner).leave(data);
        out.println(Addresses.of(runner, arguments.option(DataOption.NAME)));
        awaitInterrupt();
        stop(runner, data);
        return 0;
    }

    private RunOptions options(Arguments arguments) {
        Consumer<String> requests = arguments.option("--quiet").isPresent() ? line -> {} : out::println;
        List<String> origins =
                arguments.options("--origin").stream().map(Up::origin).toList();
        return new RunOptions(SeqrOptions.of(arguments), PortOptions.read(arguments), origins, requests);
    }

    private static String origin(String given) {
        return Origin.of(given)
                .filter(given::equals)
                .orElseThrow(() -> new UsageException("--origin is written as browsers write it, as in"
                        + " http://127.0.0.1:3000, without a path or a slash at the end: not " + given));
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
            Running.forget(data);
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
