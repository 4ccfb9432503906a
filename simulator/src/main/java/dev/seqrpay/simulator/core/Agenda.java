package dev.seqrpay.simulator.core;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** What time will cause. It is done when the books are next entered, as if it had been done when it was due. */
final class Agenda {
    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::due).thenComparing(Entry::number));
    private long added;

    void at(Instant due, Consumer<Instant> action) {
        entries.add(new Entry(due, added++, action));
    }

    /** @return whether there was anything to do */
    boolean runUntil(Instant now) {
        boolean any = !entries.isEmpty() && !entries.peek().due().isAfter(now);
        while (!entries.isEmpty() && !entries.peek().due().isAfter(now)) {
            Entry next = entries.remove();
            next.action().accept(next.due());
        }
        return any;
    }

    Optional<Instant> next() {
        return Optional.ofNullable(entries.peek()).map(Entry::due);
    }

    /** The number keeps the order of what is due at the same instant, so that a run can be repeated. */
    private record Entry(Instant due, long number, Consumer<Instant> action) {}
}
