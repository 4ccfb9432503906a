package dev.seqrpay.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.deployment.DeployedTemplate;
import dev.seqrpay.handler.AssetsHandler;
import dev.seqrpay.handler.EventFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.jr.ob.JSON;

/** What {@code $default} answers: API Gateway itself would say 404 to both, in a form of its own. */
class RoutesTest {
    @ParameterizedTest
    @CsvSource({
        "GET, /checkout, POST",
        "HEAD, /checkout, POST",
        "OPTIONS, /checkout, POST",
        "DELETE, /payments/pay_a, 'GET, HEAD, PATCH'",
        "POST, /payments/pay_a/events, 'GET, HEAD'",
        "GET, /payments/pay_a/cancel, POST",
        "PUT, /payments/pay_a/refunds, 'GET, HEAD, POST'",
        "PUT, /notifications/pay_a/token, 'GET, HEAD, POST'",
        "POST, /pay/pay_a/token, 'GET, HEAD'",
        "POST, /pay/pay_a/token/status, 'GET, HEAD'",
        "POST, /payments, 'GET, HEAD'",
        "GET, /pay/pay_a/token/cancel, POST",
        "POST, /seqr.js, 'GET, HEAD'",
        "PUT, /assets/pay.css, 'GET, HEAD'"
    })
    void a_method_that_a_path_does_not_take_is_told_which_it_takes(String method, String path, String allowed)
            throws IOException {
        Map<String, Object> answer = answer(method, path);

        assertThat(answer).containsEntry("statusCode", 405);
        assertThat(DeployedTemplate.<Map<String, String>>at(answer, "headers"))
                .containsEntry("allow", allowed)
                .containsEntry("content-type", "application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /",
        "GET, ''",
        "GET, /nothing",
        "POST, /checkout/",
        "POST, //checkout",
        "POST, /Checkout",
        "GET, /payments/",
        "POST, /payments//cancel",
        "GET, /payments/pay_a/unknown",
        "GET, /pay/pay_a",
        "GET, /pay/pay_a/token/status/more",
        "GET, /assets/",
        "GET, /assets/../template.yaml",
        // what API Gateway takes for no route is one once it is decoded: /%63heckout
        "POST, /checkout",
        "GET, /payments/pay_a"
    })
    void a_path_that_nothing_is_at_is_not_found(String method, String path) throws IOException {
        Map<String, Object> answer = answer(method, path);

        assertThat(answer).containsEntry("statusCode", 404);
        assertThat(JSON.std.mapFrom(answer.get("body")))
                .isEqualTo(Map.of("title", "Not found", "status", 404, "detail", "There is nothing at this address."));
    }

    @Test
    void the_handler_of_everything_else_answers_so_and_needs_no_wiring() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new AssetsHandler().handleRequest(EventFile.of("anything-else").stream(), out, null);
        assertThat(JSON.std.mapFrom(out.toString(UTF_8))).containsEntry("statusCode", 404);
    }

    private static Map<String, Object> answer(String method, String path) throws IOException {
        EventFile event = EventFile.of("anything-else");
        Map<String, Object> context = Map.of(
                "http", Map.of("method", method), "domainName", event.request().domain());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Http(new Log(line -> {}, Clock.systemUTC()))
                .serve(event.with("rawPath", path).with("requestContext", context).stream(), out, Routes::unknown);
        return JSON.std.mapFrom(out.toString(UTF_8));
    }
}
