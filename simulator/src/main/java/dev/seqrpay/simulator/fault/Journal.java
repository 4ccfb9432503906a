package dev.seqrpay.simulator.fault;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** The last calls, notifications and text messages. It never holds a password or a body. */
public final class Journal {
    private static final int KEPT = 500;

    private final Deque<JournalEntry> newestFirst = new ArrayDeque<>();
    private final Consumer<JournalEntry> listener;

    public Journal(Consumer<JournalEntry> listener) {
        this.listener = listener;
    }

    public void add(JournalEntry entry) {
        keep(entry);
        listener.accept(entry);
    }

    public synchronized List<JournalEntry> newestFirst() {
        return new ArrayList<>(newestFirst);
    }

    private synchronized void keep(JournalEntry entry) {
        newestFirst.addFirst(entry);
        if (newestFirst.size() > KEPT) newestFirst.removeLast();
    }
}
