package dev.seqrpay.local.aws.gateway;

import dev.seqrpay.local.aws.function.FunctionHost;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses the route as API Gateway does: the most particular one that fits path and method, {@code $default} last. */
final class RouteChoice {
    /** @param parameters still percent-encoded */
    record Match(RouteKey route, FunctionHost function, Map<String, String> parameters) {}

    private record Route(RouteKey key, FunctionHost function) {}

    private final List<Route> routes;

    RouteChoice(List<FunctionHost> functions) {
        this.routes = functions.stream()
                .flatMap(function ->
                        function.function().routes().stream().map(key -> new Route(RouteKey.parse(key), function)))
                .sorted(Comparator.comparing(route -> route.key().rank()))
                .toList();
    }

    Optional<Match> match(String method, String rawPath) {
        List<String> path = RouteKey.segments(rawPath);
        return routes.stream().flatMap(route -> match(route, method, path)).findFirst();
    }

    private static Stream<Match> match(Route route, String method, List<String> path) {
        return route.key().match(method, path).stream()
                .map(parameters -> new Match(route.key(), route.function(), parameters));
    }
}
