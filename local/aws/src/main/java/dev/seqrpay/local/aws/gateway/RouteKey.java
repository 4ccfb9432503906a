package dev.seqrpay.local.aws.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A route of an HTTP API, like {@code GET /payments/{id}}, {@code ANY /files/{path+}} or {@code $default}. */
record RouteKey(String text, String method, List<String> segments) {
    static final String DEFAULT = "$default";

    static RouteKey parse(String text) {
        if (text.equals(DEFAULT)) return new RouteKey(text, "ANY", List.of("{" + DEFAULT + "+}"));
        String[] methodAndPath = text.split(" ", 2);
        return new RouteKey(text, methodAndPath[0], segments(methodAndPath[1]));
    }

    /** As the template writes it, without the method. */
    String path() {
        return text.substring(text.indexOf(' ') + 1);
    }

    /** {@code /a/b} has two segments, {@code /} has one that is empty. */
    static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    /** The path parameters, still percent-encoded, or empty if this route does not fit. */
    Optional<Map<String, String>> match(String requestMethod, List<String> path) {
        boolean fits = (method.equals("ANY") || method.equals(requestMethod))
                && (greedy() ? path.size() >= segments.size() : path.size() == segments.size());
        return fits ? parameters(path) : Optional.empty();
    }

    private Optional<Map<String, String>> parameters(List<String> path) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            if (isGreedy(segment)) parameters.put(name(segment), String.join("/", path.subList(i, path.size())));
            else if (isParameter(segment) && !path.get(i).isEmpty()) parameters.put(name(segment), path.get(i));
            else if (!segment.equals(path.get(i))) return Optional.empty();
        }
        parameters.remove(DEFAULT);
        return Optional.of(parameters);
    }

    /** Sorts the more particular route first: at each segment a literal before {@code {name}} before {@code {name+}}, then a method before ANY. */
    String rank() {
        StringBuilder rank = new StringBuilder();
        for (String segment : segments) rank.append(isGreedy(segment) ? '2' : isParameter(segment) ? '1' : '0');
        return text.equals(DEFAULT) ? "3" : rank + (method.equals("ANY") ? "1" : "0");
    }

    private boolean greedy() {
        return isGreedy(segments.get(segments.size() - 1));
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static boolean isGreedy(String segment) {
        return segment.endsWith("+}");
    }

    private static String name(String segment) {
        return segment.substring(1, segment.length() - (isGreedy(segment) ? 2 : 1));
    }
}
