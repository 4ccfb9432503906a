package dev.seqrpay.local.demo.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One payment as the page wants it: times as milliseconds after the payment's first entry. */
final class TimelineJson {
    private TimelineJson() {}

    static Map<String, Object> of(PaymentHistory history) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("payment", history.payment());
        json.put("state", history.state());
        json.put("start", history.start().toString());
        json.put(
                "entries",
                history.entries().stream()
                        .map(entry -> entry(entry, history.start()))
                        .toList());
        return json;
    }

    private static Map<String, Object> entry(Entry entry, Instant start) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", entry.kind().name().toLowerCase(Locale.ROOT));
        json.put("offset", millis(Duration.between(start, entry.start())));
        json.put("from", entry.from());
        json.put("to", entry.to());
        json.put("what", entry.what());
        json.put("outcome", entry.outcome());
        json.put("took", millis(entry.took()));
        json.put("times", entry.times());
        return json;
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1_000_000.0;
    }
}
