package dev.seqrpay.local.demo.timeline;

import dev.seqrpay.local.demo.timeline.Entry.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** A line that a function logged, read as an entry. The time in it is when the thing was over. */
final class LogLine {
    private final String function;
    private final Map<String, Object> fields;

    private LogLine(String function, Map<String, Object> fields) {
        this.function = function;
        this.fields = fields;
    }

    /** Empty for what is not one of the lines that a timeline is made of. */
    static Optional<LogLine> parse(String function, String line) {
        try {
            Map<String, Object> fields = JSON.std.mapFrom(line);
            return fields.containsKey("event") && fields.containsKey("at")
                    ? Optional.of(new LogLine(function, fields))
                    : Optional.empty();
        } catch (JacksonException notOurs) {
            return Optional.empty();
        }
    }

    Optional<String> payment() {
        return Optional.of(text("payment")).filter(id -> id.startsWith("pay_"));
    }

    Optional<String> newState() {
        return text("event").equals("payment") ? Optional.of(text("to")) : Optional.empty();
    }

    Optional<Entry> entry() {
        return switch (text("event")) {
            case "http" -> entry(Kind.HTTP, ApiSide.of(text("route")), function, text("route"), text("status"));
            case "seqr" ->
                entry(Kind.SEQR, function, "SEQR", text("operation"), (text("code") + " " + text("status")).strip());
            case "payment" -> entry(Kind.STATE, function, "table", change(), text("cause"));
            case "error" ->
                entry(
                        Kind.ERROR,
                        function,
                        function,
                        text("trace").lines().findFirst().orElse(""),
                        "error");
            default -> Optional.empty();
        };
    }

    private Optional<Entry> entry(Kind kind, String from, String to, String what, String outcome) {
        Duration took = fields.get("ms") instanceof Number ms
                ? Duration.ofNanos(Math.round(ms.doubleValue() * 1_000_000))
                : Duration.ZERO;
        return Optional.of(new Entry(kind, Instant.parse(text("at")).minus(took), from, to, what, outcome, took, 1));
    }

    private String change() {
        if (fields.containsKey("refund")) return "refund " + text("refund");
        String from = text("from");
        return from.isEmpty() ? text("to") : from + " → " + text("to");
    }

    private String text(String name) {
        Object value = fields.get(name);
        return value == null ? "" : value.toString();
    }
}
