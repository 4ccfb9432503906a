package dev.seqrpay.local.aws.template;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * An {@code AWS::Serverless::Function} with Globals and intrinsic functions worked out.
 *
 * @param routes route keys of the HTTP API, like {@code GET /payments/{id}} or {@code $default}
 * @param socketRoutes route keys of the WebSocket API, like {@code $connect}
 * @param mayLoop {@code RecursiveLoop: Allow}: it may be called again and again in a chain that it began itself
 */
@RecordBuilder
public record FunctionResource(
        String name,
        String handler,
        Duration timeout,
        OptionalInt reservedConcurrency,
        boolean mayLoop,
        Map<String, String> environment,
        List<String> routes,
        List<String> socketRoutes,
        List<ScheduleEvent> schedules,
        List<QueueEvent> queues,
        List<StreamEvent> streams) {

    public FunctionResource withEnvironment(Map<String, String> other) {
        return FunctionResourceBuilder.builder(this).environment(other).build();
    }
}
