package dev.seqrpay.local.aws.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.local.aws.template.FunctionResource;
import dev.seqrpay.local.aws.template.QueueEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Functions for tests. */
public final class Functions {
    /** A hang, and not a machine that is busy. */
    static final Duration TIMEOUT = Duration.ofMinutes(2);

    private Functions() {}

    public static FunctionHost host(RequestStreamHandler handler, String... routes) {
        return host(handler, TIMEOUT, OptionalInt.empty(), routes);
    }

    public static FunctionHost host(
            RequestStreamHandler handler, Duration timeout, OptionalInt reservedConcurrency, String... routes) {
        FunctionResource resource = new FunctionResource(
                "Tested",
                "unused",
                timeout,
                reservedConcurrency,
                false,
                Map.of(),
                List.of(routes),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return FunctionHost.of(resource, line -> {}, () -> handler);
    }

    public static FunctionHost sockets(RequestStreamHandler handler, String... routes) {
        FunctionResource resource = new FunctionResource(
                "Tested",
                "unused",
                TIMEOUT,
                OptionalInt.empty(),
                false,
                Map.of(),
                List.of(),
                List.of(routes),
                List.of(),
                List.of(),
                List.of());
        return FunctionHost.of(resource, line -> {}, () -> handler);
    }

    public static FunctionHost ofQueue(String name, QueueEvent event, boolean mayLoop, RequestStreamHandler handler) {
        FunctionResource resource = new FunctionResource(
                name,
                "unused",
                Duration.ofSeconds(10),
                OptionalInt.empty(),
                mayLoop,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(event),
                List.of());
        return FunctionHost.of(resource, line -> {}, () -> handler);
    }

    static FunctionResource resource(String handler) {
        return new FunctionResource(
                "Tested",
                handler,
                TIMEOUT,
                OptionalInt.empty(),
                false,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
