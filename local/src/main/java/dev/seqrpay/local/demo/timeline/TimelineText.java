package dev.seqrpay.local.demo.timeline;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.Locale;

/** One payment for a terminal window. What a function does stands indented below the call it does it for. */
final class TimelineText {
    private TimelineText() {}

    static String of(PaymentHistory history) {
        return history.entries().stream().map(entry -> line(entry, history)).collect(joining("\n"));
    }

    private static String line(Entry entry, PaymentHistory history) {
        String indent = entry.kind() == Entry.Kind.SEQR || entry.kind() == Entry.Kind.STATE ? "  " : "";
        return String.format(
                        Locale.ROOT,
                        "%+9.3f s  %-33s %-37s %9s  %s",
                        seconds(Duration.between(history.start(), entry.start())),
                        indent + entry.from() + " → " + entry.to(),
                        indent + entry.what() + (entry.times() > 1 ? " ×" + entry.times() : ""),
                        entry.took().isZero() ? "" : millis(entry.took()),
                        entry.outcome())
                .stripTrailing();
    }

    private static String millis(Duration took) {
        return String.format(Locale.ROOT, "%.0f ms", took.toNanos() / 1e6);
    }

    private static double seconds(Duration offset) {
        return offset.toNanos() / 1e9;
    }
}
