package dev.seqrpay.local;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;

/** What a runner has started, to be closed when it ends or when it cannot start. */
final class Parts implements AutoCloseable {
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final PrintStream err;

    Parts(PrintStream err) {
        this.err = err;
    }

    <T extends AutoCloseable> T keep(T part) {
        running.push(part);
        return part;
    }

    /** In the reverse order, so that nothing is called that has gone already. */
    @Override
    public void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                err.println("While closing: " + e);
            }
        }
    }
}
