package dev.seqrpay.local.aws.template;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One function's properties over {@code Globals}, as SAM merges them. */
final class FunctionReader {
    private static final Set<String> SCHEDULES = Set.of("Schedule", "ScheduleV2");
    private static final int LAMBDAS_OWN_TIMEOUT = 3;
    private static final int LAMBDAS_OWN_BATCH_SIZE = 10;
    private static final int LAMBDAS_OWN_STREAM_BATCH_SIZE = 100;

    private final Map<String, Object> globals;
    private final Intrinsics intrinsics;

    FunctionReader(Map<String, Object> globals, Intrinsics intrinsics) {
        this.globals = globals;
        this.intrinsics = intrinsics;
    }

    /** @param socketRoutes those that lead to it, as a WebSocket API says and not the function */
    FunctionResource read(String name, Map<String, Object> own, List<String> socketRoutes) {
        Map<String, Object> properties = new LinkedHashMap<>(globals);
        properties.putAll(own);
        return new FunctionResource(
                name,
                intrinsics.text(properties.get("Handler")),
                Duration.ofSeconds(number(properties.getOrDefault("Timeout", LAMBDAS_OWN_TIMEOUT))),
                reserved(properties.get("ReservedConcurrentExecutions")),
                "Allow".equals(properties.get("RecursiveLoop")),
                environment(own),
                routes(own),
                socketRoutes,
                schedules(own),
                queues(own),
                streams(own));
    }

    private int number(@Nullable Object value) {
        return Integer.parseInt(intrinsics.text(value));
    }

    private OptionalInt reserved(@Nullable Object value) {
        return intrinsics
                .chosen(value)
                .map(chosen -> OptionalInt.of(number(chosen)))
                .orElse(OptionalInt.empty());
    }

    private Map<String, String> environment(Map<String, Object> own) {
        Map<String, Object> variables = new LinkedHashMap<>(Node.map(globals, "Environment", "Variables"));
        variables.putAll(Node.map(own, "Environment", "Variables"));
        Map<String, String> texts = new LinkedHashMap<>();
        variables.forEach((name, value) -> texts.put(name, intrinsics.text(value)));
        return texts;
    }

    private Stream<Map<String, Object>> events(Map<String, Object> own, Set<String> types) {
        return Node.map(own, "Events").values().stream()
                .map(Node::map)
                .filter(event -> types.contains(String.valueOf(event.get("Type"))))
                .map(event -> Node.map(event, "Properties"));
    }

    private List<String> routes(Map<String, Object> own) {
        return events(own, Set.of("HttpApi")).map(this::route).toList();
    }

    private String route(Map<String, Object> event) {
        return event.containsKey("Path")
                ? intrinsics.text(event.getOrDefault("Method", "ANY")).toUpperCase(Locale.ROOT) + " "
                        + intrinsics.text(event.get("Path"))
                : "$default";
    }

    private List<ScheduleEvent> schedules(Map<String, Object> own) {
        return events(own, SCHEDULES)
                .map(event -> new ScheduleEvent(
                        intrinsics.text(event.getOrDefault("ScheduleExpression", event.get("Schedule"))),
                        intrinsics.chosen(event.get("Input")).map(intrinsics::text)))
                .toList();
    }

    private List<QueueEvent> queues(Map<String, Object> own) {
        return events(own, Set.of("SQS")).map(this::queue).toList();
    }

    private QueueEvent queue(Map<String, Object> event) {
        boolean reportsFailures = event.get("FunctionResponseTypes") instanceof List<?> types
                && types.contains("ReportBatchItemFailures");
        int batchSize = number(event.getOrDefault("BatchSize", LAMBDAS_OWN_BATCH_SIZE));
        return new QueueEvent(intrinsics.text(event.get("Queue")), batchSize, reportsFailures);
    }

    private List<StreamEvent> streams(Map<String, Object> own) {
        return events(own, Set.of("DynamoDB")).map(this::stream).toList();
    }

    private StreamEvent stream(Map<String, Object> event) {
        String arn = intrinsics.text(event.get("Stream"));
        return new StreamEvent(
                arn.replaceFirst(".*:table/([^/]+)/stream/.*", "$1"),
                number(event.getOrDefault("BatchSize", LAMBDAS_OWN_STREAM_BATCH_SIZE)),
                number(event.getOrDefault("ParallelizationFactor", 1)),
                number(event.getOrDefault("MaximumRetryAttempts", Integer.MAX_VALUE)),
                Node.maps(Node.map(event, "FilterCriteria"), "Filters").stream()
                        .map(filter -> intrinsics.text(filter.get("Pattern")))
                        .toList());
    }
}
