package dev.seqrpay.local.aws.gateway;

import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A line for each request: when, method, route, status, milliseconds. The route is the template's, so that no token, no id
 * and no query gets into it. What repeats itself, as the question of a page that polls, is counted and told with the next.
 */
public final class RequestLog {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final int LONGEST_WORD = 20;

    private final Consumer<String> lines;
    private final InstantSource clock;
    private final ZoneId zone;
    private String last = "";
    private int repeats;

    public RequestLog(Consumer<String> lines) {
        this(lines, InstantSource.system(), ZoneId.systemDefault());
    }

    RequestLog(Consumer<String> lines, InstantSource clock, ZoneId zone) {
        this.lines = lines;
        this.clock = clock;
        this.zone = zone;
    }

    /** @param route of the template, or a path that is none of its routes */
    synchronized void answered(String method, String route, int status, long nanos) {
        String what = withoutSecrets(method) + " " + withoutSecrets(route) + " " + status;
        if (what.equals(last)) {
            repeats++;
            return;
        }
        if (repeats > 0) lines.accept(time() + " … the same " + (repeats == 1 ? "once" : repeats + " times") + " more");
        last = what;
        repeats = 0;
        lines.accept(String.format(Locale.ROOT, "%s %s %.0f ms", time(), what, nanos / 1e6));
    }

    /** Words of routes are short; ids, tokens and keys are not. */
    private static String withoutSecrets(String path) {
        StringBuilder shown = new StringBuilder();
        for (String word : path.split("(?<=/)|(?=/)"))
            shown.append(word.length() > LONGEST_WORD && !word.startsWith("{") ? "…" : word);
        // what a terminal would take for a command
        return shown.toString().replaceAll("\\p{Cntrl}", "?");
    }

    private String time() {
        return TIME.format(clock.instant().atZone(zone));
    }
}
