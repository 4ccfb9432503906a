package dev.seqrpay.local;

import dev.seqrpay.local.function.InvocationException;
import dev.seqrpay.local.stack.Data;
import dev.seqrpay.local.stack.Project;
import dev.seqrpay.local.stack.SeqrAccount;
import dev.seqrpay.local.stack.Stack;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;

/** One function, one event, an empty table: the answer goes to standard output, what the function logs to standard error. */
final class Invoke {
    /** Nothing listens there: a function that wants SEQR has to be told of one. */
    private static final SeqrAccount NO_SEQR = new SeqrAccount("http://127.0.0.1:9/", "terminal", "1234");

    private final PrintStream out;
    private final PrintStream err;

    Invoke(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(Arguments arguments) throws IOException {
        List<String> values = arguments.values("FUNCTION", "FILE");
        byte[] event = read(Path.of(values.get(1)));
        Project project = Project.find();
        SeqrAccount seqr = SeqrOptions.of(arguments).orElse(NO_SEQR);
        try (Data data = Data.inMemory(project);
                Stack stack =
                        new Stack(project, data, seqr, "http://127.0.0.1:8080", (name, line) -> err.println(line))) {
            out.write(stack.function(values.get(0)).invoke(event));
            out.println();
            return 0;
        } catch (InvocationException | NoSuchElementException e) {
            throw new FailedException(e.getMessage());
        }
    }

    private static byte[] read(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new FailedException("There is no file " + file);
        }
    }
}
