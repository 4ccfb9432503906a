package dev.seqrpay.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * An {@code AWS::Serverless::Function} with Globals and intrinsic functions worked out.
 *
 * @param routes route keys of the HTTP API, like {@code GET /payments/{id}} or {@code $default}
 * @param socketRoutes route keys of the WebSocket API, like {@code $connect}
 * @param schedules schedule expressions, like {@code rate(1 minute)}
 */
public record FunctionResource(
        String name,
        String handler,
        Duration timeout,
        OptionalInt reservedConcurrency,
        Map<String, String> environment,
        List<String> routes,
        List<String> socketRoutes,
        List<String> schedules,
        List<QueueEvent> queues,
        List<StreamEvent> streams) {

    public FunctionResource withEnvironment(Map<String, String> other) {
        return new FunctionResource(
                name, handler, timeout, reservedConcurrency, other, routes, socketRoutes, schedules, queues, streams);
    }
}
