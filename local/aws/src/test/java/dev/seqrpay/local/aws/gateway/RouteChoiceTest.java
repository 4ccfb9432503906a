package dev.seqrpay.local.aws.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.local.aws.function.FunctionHost;
import dev.seqrpay.local.aws.function.Functions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RouteChoiceTest {
    private final RouteChoice routes = routes(
            "$default",
            "ANY /{all+}",
            "GET /pay/{id}/{token}",
            "GET /pay/{id}/receipt",
            "GET /pay/{id}/{token}/status",
            "ANY /payments",
            "POST /payments");

    @Test
    void prefersTheMoreParticularRoute() {
        assertThat(route("GET", "/pay/1/receipt")).isEqualTo("GET /pay/{id}/receipt");
        assertThat(route("GET", "/pay/1/abc")).isEqualTo("GET /pay/{id}/{token}");
        assertThat(route("GET", "/pay/1/abc/status")).isEqualTo("GET /pay/{id}/{token}/status");
        assertThat(route("GET", "/pay/1/abc/other")).isEqualTo("ANY /{all+}");
        assertThat(route("POST", "/payments")).isEqualTo("POST /payments");
        assertThat(route("DELETE", "/payments")).isEqualTo("ANY /payments");
    }

    @Test
    void takesTheDefaultRouteLast() {
        RouteChoice few = routes("$default", "GET /a");

        assertThat(few.match("GET", "/a").orElseThrow().route().text()).isEqualTo("GET /a");
        assertThat(few.match("HEAD", "/a").orElseThrow().route().text()).isEqualTo("$default");
        assertThat(few.match("GET", "/a/").orElseThrow().route().text()).isEqualTo("$default");
        assertThat(few.match("GET", "/").orElseThrow().route().text()).isEqualTo("$default");
    }

    @Test
    void matchesNothingWithoutADefaultRoute() {
        assertThat(routes("GET /a").match("GET", "/b")).isEmpty();
        assertThat(routes("GET /{a}").match("GET", "/")).isEmpty();
    }

    @Test
    void findsThePathParameters() {
        assertThat(parameters("GET", "/pay/1/a%2Fb/status")).isEqualTo(Map.of("id", "1", "token", "a%2Fb"));
        assertThat(parameters("GET", "/x/y/z")).isEqualTo(Map.of("all", "x/y/z"));
        assertThat(routes("$default").match("GET", "/x/y").orElseThrow().parameters())
                .isEmpty();
    }

    private String route(String method, String path) {
        return routes.match(method, path).orElseThrow().route().text();
    }

    private Map<String, String> parameters(String method, String path) {
        return routes.match(method, path).orElseThrow().parameters();
    }

    private static RouteChoice routes(String... keys) {
        FunctionHost host = Functions.host((in, out, context) -> {}, keys);
        return new RouteChoice(List.of(host));
    }
}
