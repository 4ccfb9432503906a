package dev.seqrpay.simulator.fault;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The faults that are armed. Each call takes the first that matches it, so that armed faults follow one another. */
public final class ArmedFaults {
    private final List<Armed> armed = new ArrayList<>();

    public synchronized void arm(Fault fault) {
        armed.add(new Armed(fault));
    }

    public synchronized void clear() {
        armed.clear();
    }

    /** With {@code times} as what is left of them. */
    public synchronized List<Fault> list() {
        return armed.stream().map(Armed::left).toList();
    }

    public Optional<Fault> takeForCall(String operation, @Nullable String reference) {
        return take(fault -> !fault.kind().isOfNotification() && fault.matches(operation, reference));
    }

    public Optional<Fault> takeForNotification(String reference) {
        return take(fault -> fault.kind().isOfNotification() && fault.matches(fault.operation(), reference));
    }

    private synchronized Optional<Fault> take(Predicate<Fault> matching) {
        Iterator<Armed> all = armed.iterator();
        while (all.hasNext()) {
            Armed next = all.next();
            if (!matching.test(next.fault)) continue;
            if (next.isUsedUp()) all.remove();
            return Optional.of(next.fault);
        }
        return Optional.empty();
    }

    private static final class Armed {
        private final Fault fault;
        private int used;

        Armed(Fault fault) {
            this.fault = fault;
        }

        boolean isUsedUp() {
            return ++used == fault.times();
        }

        Fault left() {
            return fault.times() == 0 ? fault : fault.times(fault.times() - used);
        }
    }
}
