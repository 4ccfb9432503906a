package dev.seqrpay.local.demo.timeline;

import dev.seqrpay.local.demo.timeline.Entry.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was called for each payment, by whom, and how long it took: gathered from what the functions log. */
public final class Timeline {
    private static final int MOST_PAYMENTS = 100;

    private final Map<String, PaymentHistory> payments = new LinkedHashMap<>();

    /** A line that {@code function} logged; lines of no payment have no place here. */
    public synchronized void log(String function, String line) {
        LogLine.parse(function, line).ifPresent(this::add);
    }

    /** Something that happened outside of the functions, such as a payer at a phone. */
    public synchronized void step(String payment, String who, String with, String what, Instant start) {
        Duration took = Duration.between(start, Instant.now());
        history(payment).add(new Entry(Kind.STEP, start, who, with, what, "", took, 1));
    }

    private void add(LogLine line) {
        if (line.payment().isEmpty() || line.entry().isEmpty()) return;
        if (isReadOfTheShop(line.entry().get())
                && !payments.containsKey(line.payment().get())) return;
        PaymentHistory history = history(line.payment().get());
        history.add(line.entry().get());
        line.newState().ifPresent(history::changedTo);
    }

    /** A list of old orders would push what is going on out of sight. */
    private static boolean isReadOfTheShop(Entry entry) {
        return entry.from().equals("webshop") && entry.what().startsWith("GET ");
    }

    private PaymentHistory history(String payment) {
        if (!payments.containsKey(payment) && payments.size() == MOST_PAYMENTS)
            payments.remove(payments.keySet().iterator().next());
        return payments.computeIfAbsent(payment, PaymentHistory::new);
    }

    /** The latest payment first. */
    synchronized List<Map<String, Object>> toJson() {
        List<PaymentHistory> latestFirst = new ArrayList<>(payments.values());
        Collections.reverse(latestFirst);
        return latestFirst.stream().map(TimelineJson::of).toList();
    }

    /** One payment's timeline as lines of text. */
    public synchronized String toText(String payment) {
        return TimelineText.of(history(payment));
    }

    /** From the first byte of SEQR's notification to PAID in the table; empty if it came another way. */
    public synchronized Optional<Duration> notificationToPaid(String payment) {
        List<Entry> entries = history(payment).entries();
        return entries.stream()
                .filter(entry -> entry.kind() == Kind.STATE && entry.what().endsWith(" PAID"))
                .findFirst()
                .flatMap(paid -> entries.stream()
                        .filter(entry ->
                                entry.kind() == Kind.HTTP && entry.from().equals("SEQR"))
                        .findFirst()
                        .map(notified -> Duration.between(notified.start(), paid.end())));
    }
}
