package dev.seqrpay.local;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * Shows what functions log as an error, once: the sweep comes to what it could not settle again and again. Of a stack trace it
 * shows the lines that are ours.
 */
final class ErrorPrinter {
    private final PrintStream err;
    private final Set<String> shown = new HashSet<>();

    ErrorPrinter(PrintStream err) {
        this.err = err;
    }

    synchronized void log(String function, String line) {
        Map<String, Object> fields = parse(line);
        if (!"error".equals(fields.get("event"))) return;
        String error = function + ": " + fields.getOrDefault("payment", "") + " " + ours(fields.get("trace"));
        if (shown.add(error)) err.println(error);
    }

    private static Map<String, Object> parse(String line) {
        try {
            return JSON.std.mapFrom(line);
        } catch (JacksonException notOurs) {
            return Map.of();
        }
    }

    private static String ours(@Nullable Object trace) {
        StringBuilder lines = new StringBuilder();
        String.valueOf(trace)
                .lines()
                .filter(line -> !line.startsWith("\tat ") || line.contains("dev.seqrpay."))
                .forEach(line -> lines.append(line).append('\n'));
        return lines.toString().stripTrailing();
    }
}
