package dev.seqrpay.local.demo.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What happened to one payment. Repeated questions take one entry, so that an hour of polling stays readable. */
final class PaymentHistory {
    /** Two equal calls at once are no polling: each is shown. */
    private static final Duration POLLING = Duration.ofMillis(500);

    private final String payment;
    private final List<Entry> entries = new ArrayList<>();
    private String state = "";
    /** Entries before this one are not added to any more: a state change lies between. */
    private int sinceChange;

    PaymentHistory(String payment) {
        this.payment = payment;
    }

    void add(Entry entry) {
        for (int i = sinceChange; i < entries.size(); i++) {
            if (entry.repeats(entries.get(i)) && apart(entries.get(i), entry)) {
                entries.set(i, entries.get(i).again(entry));
                return;
            }
        }
        entries.add(entry);
        if (entry.kind() == Entry.Kind.STATE) sinceChange = entries.size();
    }

    private static boolean apart(Entry former, Entry latest) {
        return Duration.between(former.start(), latest.start()).compareTo(POLLING) > 0;
    }

    void changedTo(String newState) {
        state = newState;
    }

    String payment() {
        return payment;
    }

    String state() {
        return state;
    }

    /** In the order in which they began; of those that began together the longer one first, which contains the other. */
    List<Entry> entries() {
        return entries.stream()
                .sorted(Comparator.comparing(Entry::start)
                        .thenComparing(Comparator.comparing(Entry::took).reversed()))
                .toList();
    }

    Instant start() {
        return entries.stream().map(Entry::start).min(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }
}
