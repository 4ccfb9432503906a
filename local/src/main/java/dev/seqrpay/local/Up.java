package dev.seqrpay.local;

import dev.seqrpay.local.http.PortInUseException;
import dev.seqrpay.local.stack.Data;
import dev.seqrpay.local.stack.Project;
import dev.seqrpay.local.stack.SeqrAccount;
import java.io.PrintStream;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;

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
        Set<String> options = new TreeSet<>(Ports.OPTIONS);
        options.addAll(SeqrOptions.NAMES);
        return options;
    }

    int run(Arguments arguments) {
        arguments.values();
        Runner runner = start(SeqrOptions.of(arguments), Ports.of(arguments));
        Runtime.getRuntime().addShutdownHook(new Thread(runner::close));
        out.println(Addresses.of(runner));
        awaitInterrupt();
        return 0;
    }

    private Runner start(Optional<SeqrAccount> otherSeqr, Ports ports) {
        Project project = Project.find();
        try {
            return Runner.start(project, Data.inFolder(project, project.data()), otherSeqr, ports, err);
        } catch (PortInUseException e) {
            throw new FailedException(e.getMessage() + "; choose another one with " + ports.optionOf(e.port()));
        }
    }

    private static void awaitInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
