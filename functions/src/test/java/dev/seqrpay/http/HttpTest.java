package dev.seqrpay.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.deployment.DeployedTemplate;
import dev.seqrpay.handler.EventFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.jr.ob.JSON;

class HttpTest {
    private static final EventFile CHECKOUT = EventFile.of("checkout");

    private final List<String> lines = new ArrayList<>();
    private final Http http = new Http(new Log(lines::add, Clock.systemUTC()));
    private int answered;

    @Test
    void the_answer_is_what_api_gateway_expects() throws IOException {
        Map<String, Object> answer = serve(CHECKOUT, request -> Response.json(201, Map.of("a", "å🦞")));

        assertThat(answer)
                .containsEntry("statusCode", 201)
                .containsEntry("isBase64Encoded", false)
                .containsEntry("body", "{\"a\":\"å🦞\"}");
        assertThat(headers(answer))
                .containsEntry("content-type", "application/json")
                .containsEntry("cache-control", "no-store")
                .containsEntry("x-content-type-options", "nosniff");
    }

    @Test
    void a_body_of_384_kib_is_taken_and_one_byte_more_is_not_even_looked_at() throws IOException {
        assertThat(serve(CHECKOUT.with("body", "a".repeat(393216)), this::ok)).containsEntry("statusCode", 200);
        assertThat(answered).isOne();

        Map<String, Object> answer = serve(CHECKOUT.with("body", "a".repeat(393217)), this::ok);

        assertThat(answer).containsEntry("statusCode", 413);
        assertThat(problem(answer)).containsEntry("detail", "The body may have at most 393216 bytes.");
        assertThat(answered).isOne();
    }

    @Test
    void the_body_is_measured_in_bytes_and_after_base64_is_undone() throws IOException {
        String twoBytesEach = "å".repeat(196608);
        assertThat(serve(CHECKOUT.with("body", twoBytesEach), this::ok)).containsEntry("statusCode", 200);
        assertThat(serve(CHECKOUT.with("body", twoBytesEach + "a"), this::ok)).containsEntry("statusCode", 413);

        String encoded = Base64.getEncoder().encodeToString(new byte[393216]);
        assertThat(serve(CHECKOUT.with("isBase64Encoded", true).with("body", encoded), this::ok))
                .containsEntry("statusCode", 200);
    }

    @Test
    void to_HEAD_it_is_the_length_of_a_body_that_is_not_sent_and_nothing_of_one_that_is_not_there() throws IOException {
        EventFile head = EventFile.of("status");
        Map<String, Object> context =
                new HashMap<>(DeployedTemplate.<Map<String, Object>>at(head.json(), "requestContext"));
        context.put("http", Map.of("method", "HEAD"));

        Map<String, Object> full = serve(head.with("requestContext", context), this::ok);
        assertThat(full).containsEntry("statusCode", 200).containsEntry("body", "");
        assertThat(headers(full)).containsEntry("content-length", "2");
        Map<String, Object> none = serve(head.with("requestContext", context), request -> Response.empty(204));
        assertThat(none).containsEntry("statusCode", 204).containsEntry("body", "");
        assertThat(headers(none)).doesNotContainKey("content-length");
    }

    /** A message of a socket has none. */
    @Test
    void each_answer_has_the_name_of_its_request_if_that_has_one() throws IOException {
        EventFile named = EventFile.of("status");
        assertThat(headers(serve(named, this::ok)))
                .containsEntry("request-id", named.request().requestId());

        Map<String, Object> context =
                new HashMap<>(DeployedTemplate.<Map<String, Object>>at(named.json(), "requestContext"));
        context.remove("requestId");
        assertThat(headers(serve(named.with("requestContext", context), this::ok)))
                .doesNotContainKey("request-id");
    }

    @Test
    void an_unexpected_failure_is_told_to_the_log_and_not_to_the_caller() throws IOException {
        Map<String, Object> answer = serve(EventFile.of("status"), request -> {
            throw new IllegalStateException("table payments: secret detail");
        });

        assertThat(answer).containsEntry("statusCode", 500);
        assertThat(problem(answer))
                .isEqualTo(Map.of(
                        "title",
                        "Internal error",
                        "status",
                        500,
                        "detail",
                        "The error has been logged. Ask again in a moment.",
                        "requestId",
                        EventFile.of("status").request().requestId()));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).contains("\"event\":\"error\"", "secret detail", "HttpTest");
    }

    @Test
    void a_problem_is_an_answer_and_no_error() throws IOException {
        Map<String, Object> answer = serve(CHECKOUT, request -> {
            throw Problem.notFound();
        });

        assertThat(answer).containsEntry("statusCode", 404);
        assertThat(headers(answer)).containsEntry("content-type", "application/problem+json");
        assertThat(lines).hasSize(1);
    }

    static List<EventFile> ofTheApi() {
        return EventFile.ofTheApi();
    }

    @ParameterizedTest
    @MethodSource("ofTheApi")
    void the_log_has_the_route_and_neither_path_token_key_body_nor_address(EventFile event) throws IOException {
        serve(event, this::ok);

        Request request = event.request();
        assertThat(lines).hasSize(1);
        assertThat(JSON.std.mapFrom(lines.get(0)))
                .containsEntry("route", request.route())
                .containsEntry("status", 200)
                .containsKeys("at", "ms")
                .doesNotContainValue(request.rawPath());
        assertThat(lines.get(0))
                .doesNotContain("sk_test", "0123456789abcdef", "203.0.113.10", "T-shirt", "1397240460668");
        if (!request.token().isEmpty()) assertThat(lines.get(0)).doesNotContain(request.token());
    }

    private Response ok(Request request) {
        answered++;
        return Response.json(200, Map.of());
    }

    private Map<String, Object> serve(EventFile event, Http.Route route) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        http.serve(event.stream(), out, route);
        return JSON.std.mapFrom(out.toString(UTF_8));
    }

    private static Map<String, String> headers(Map<String, Object> answer) {
        return DeployedTemplate.at(answer, "headers");
    }

    private static Map<String, Object> problem(Map<String, Object> answer) {
        return JSON.std.mapFrom(answer.get("body"));
    }
}
