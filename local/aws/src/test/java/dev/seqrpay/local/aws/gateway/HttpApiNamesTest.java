package dev.seqrpay.local.aws.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqrpay.local.aws.function.FunctionHost;
import dev.seqrpay.local.aws.function.Functions;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names that it answers to, and what of a request gets into the log. */
class HttpApiNamesTest {
    private final FunctionHost function =
            Functions.host((in, out, context) -> out.write("{}".getBytes(UTF_8)), "GET /pay/{id}", "POST /checkout");
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final RequestLog log = new RequestLog(lines::add, () -> Instant.EPOCH, ZoneOffset.UTC);
    private final HttpApi api = new HttpApi(0, log, error -> {});

    @AfterEach
    void close() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: 127.0.0.1",
                "Host: localhost:8080",
                "Host: host.docker.internal:8080",
                "Host: Host.Containers.Internal"
            })
    void this_machine_is_called_by_names_that_no_other_can_have(String host) throws Exception {
        assertThat(get("/pay/1", host)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void a_program_of_old_that_names_none_is_answered() throws Exception {
        api.serve(List.of(function));
        assertThat(RawRequest.answer(api.url(), "", "GET /pay/1 HTTP/1.0")).contains(" 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: shop.example", "Host: internal", "Host: 127.0.0.1.shop.example:8080"})
    void a_request_with_another_name_is_refused_for_every_path(String host) throws Exception {
        assertThat(get("/pay/1", host)).startsWith("HTTP/1.1 403 ");
        assertThat(get("/", host)).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void a_request_is_told_by_its_route_and_one_that_has_none_by_its_path() throws Exception {
        get("/pay/secret?token=secret", "Host: 127.0.0.1");
        get("/nowhere?token=secret", "Host: 127.0.0.1");

        assertThat(lines.take()).matches("00:00:00 GET /pay/\\{id} 200 [0-9]+ ms");
        assertThat(lines.take()).matches("00:00:00 GET /nowhere 404 [0-9]+ ms");
    }

    @Test
    void the_default_route_is_told_by_the_path_as_well() throws Exception {
        api.serve(List.of(Functions.host((in, out, context) -> out.write("{}".getBytes(UTF_8)), "$default")));
        RawRequest.answer(api.url(), "", "GET /nowhere HTTP/1.1", "Host: 127.0.0.1");

        assertThat(lines.take()).matches("00:00:00 GET /nowhere 200 [0-9]+ ms");
    }

    @Test
    void what_is_closed_takes_no_requests() {
        String url = api.url();
        api.close();

        assertThatThrownBy(() -> RawRequest.answer(url, "", "GET /pay/1 HTTP/1.0"))
                .isInstanceOf(ConnectException.class);
    }

    private String get(String path, String host) throws IOException {
        api.serve(List.of(function));
        return RawRequest.answer(api.url(), "", "GET " + path + " HTTP/1.1", host);
    }
}
