package dev.seqrpay.local.template;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** One function's properties over {@code Globals}, as SAM merges them. */
final class FunctionReader {
    private static final Set<String> SCHEDULES = Set.of("Schedule", "ScheduleV2");
    private static final int LAMBDAS_OWN_TIMEOUT = 3;

    private final Map<String, Object> globals;
    private final Intrinsics intrinsics;

    FunctionReader(Map<String, Object> globals, Intrinsics intrinsics) {
        this.globals = globals;
        this.intrinsics = intrinsics;
    }

    FunctionResource read(String name, Map<String, Object> own) {
        Map<String, Object> properties = new LinkedHashMap<>(globals);
        properties.putAll(own);
        return new FunctionResource(
                name,
                intrinsics.text(properties.get("Handler")),
                Duration.ofSeconds(number(properties.getOrDefault("Timeout", LAMBDAS_OWN_TIMEOUT))),
                reserved(properties.get("ReservedConcurrentExecutions")),
                environment(own),
                routes(own),
                schedules(own));
    }

    private int number(Object value) {
        return Integer.parseInt(intrinsics.text(value));
    }

    private OptionalInt reserved(Object value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(number(value));
    }

    private Map<String, String> environment(Map<String, Object> own) {
        Map<String, Object> variables = new LinkedHashMap<>(Node.map(globals, "Environment", "Variables"));
        variables.putAll(Node.map(own, "Environment", "Variables"));
        Map<String, String> texts = new LinkedHashMap<>();
        variables.forEach((name, value) -> texts.put(name, intrinsics.text(value)));
        return texts;
    }

    private List<String> routes(Map<String, Object> own) {
        return Node.map(own, "Events").values().stream()
                .map(Node::map)
                .filter(event -> "HttpApi".equals(event.get("Type")))
                .map(event -> route(Node.map(event, "Properties")))
                .toList();
    }

    private String route(Map<String, Object> event) {
        return event.containsKey("Path")
                ? intrinsics.text(event.getOrDefault("Method", "ANY")).toUpperCase() + " "
                        + intrinsics.text(event.get("Path"))
                : "$default";
    }

    private List<String> schedules(Map<String, Object> own) {
        return Node.map(own, "Events").values().stream()
                .map(Node::map)
                .filter(event -> SCHEDULES.contains(String.valueOf(event.get("Type"))))
                .map(event -> Node.map(event, "Properties"))
                .map(event -> intrinsics.text(event.getOrDefault("ScheduleExpression", event.get("Schedule"))))
                .toList();
    }
}
