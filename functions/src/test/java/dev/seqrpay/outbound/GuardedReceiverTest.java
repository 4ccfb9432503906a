package dev.seqrpay.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqrpay.webhook.Receiver.Answer;
import dev.seqrpay.webhook.WebhookMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers of every kind over real TLS. Only a hang reaches the time that the tests allow. */
class GuardedReceiverTest {
    private static final WebhookMessage MESSAGE = new WebhookMessage(
            "",
            Map.of("content-type", "application/json", "webhook-id", "evt_1_a"),
            "{\"å\":1}".getBytes(StandardCharsets.UTF_8));
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    private final List<InetAddress> dialled = new ArrayList<>();

    private TlsServer server(TlsServer.Connection connection) throws Exception {
        return new TlsServer(folder, connection);
    }

    private GuardedReceiver receiver(TlsServer server, Duration time) {
        return GuardedReceiver.of(
                server.clients(),
                address -> {
                    dialled.add(address);
                    return true;
                },
                time);
    }

    private static URI url(TlsServer server) {
        return URI.create("https://localhost:" + server.port() + "/hook?shop=1");
    }

    private Answer post(TlsServer server) throws IOException {
        return receiver(server, LONG).post(url(server), MESSAGE);
    }

    @Test
    void the_message_arrives_whole_over_one_connection_to_the_address_that_was_checked() throws Exception {
        try (TlsServer server = server(TlsServer.answering("HTTP/1.1 204 No Content\r\n\r\n"))) {
            assertThat(post(server)).isEqualTo(new Answer(204, null));

            String request = server.requests.take();
            assertThat(request)
                    .startsWith("POST /hook?shop=1 HTTP/1.1\r\n")
                    .contains("Host: localhost:" + server.port() + "\r\n", "webhook-id: evt_1_a\r\n")
                    .endsWith("\r\n\r\n{\"å\":1}");
            assertThat(dialled).hasSize(1).allMatch(InetAddress::isLoopbackAddress);
            assertThat(server.connections).hasValue(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 301, 302, 303, 307, 308, 400, 401, 403, 404, 407, 410, 413, 429, 500, 502, 503})
    void every_answer_is_taken_as_it_is_and_none_leads_anywhere_else(int status) throws Exception {
        String answer = "HTTP/1.1 " + status
                + " Some\r\nLocation: https://localhost:1/\r\nWWW-Authenticate: Basic realm=\"a\"\r\n"
                + "Content-Length: 0\r\n\r\n";
        try (TlsServer server = server(TlsServer.answering(answer))) {
            assertThat(post(server).status()).isEqualTo(status);
            assertThat(server.connections).hasValue(1);
        }
    }

    @Test
    void the_time_that_a_receiver_asks_for_is_read_in_seconds() throws Exception {
        try (TlsServer server =
                server(TlsServer.answering("HTTP/1.1 503 Busy\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n"))) {
            assertThat(post(server).retryAfter()).isEqualTo(Duration.ofMinutes(2));
        }
        try (TlsServer server = server(TlsServer.answering(
                "HTTP/1.1 503 Busy\r\nRetry-After: Sun, 22 Nov 2026 12:00:00 GMT\r\nContent-Length: 0\r\n\r\n"))) {
            assertThat(post(server).retryAfter()).isNull();
        }
    }

    /** Who reads only the head of an answer does not hang on a body that has no end. */
    @Test
    void a_body_of_any_size_is_not_read() throws Exception {
        try (TlsServer server = server(socket -> {
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            for (byte[] part = new byte[1 << 16]; ; ) out.write(part);
        })) {
            assertThat(post(server).status()).isEqualTo(200);
        }
    }

    @Test
    void one_that_does_not_answer_is_given_up() throws Exception {
        try (TlsServer server = server(socket -> socket.getInputStream().read())) {
            assertThatThrownBy(() -> receiver(server, Duration.ofSeconds(1)).post(url(server), MESSAGE))
                    .isInstanceOf(IOException.class)
                    .hasMessage("no answer within 1 seconds");
        }
    }

    @Test
    void one_whose_head_drips_in_is_given_up() throws Exception {
        try (TlsServer server = server(socket -> {
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.UTF_8));
            for (int header = 0; ; header++) {
                out.write(("X-" + header + ": a\r\n").getBytes(StandardCharsets.UTF_8));
                java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
            }
        })) {
            assertThatThrownBy(() -> receiver(server, Duration.ofSeconds(1)).post(url(server), MESSAGE))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void what_is_no_http_is_no_answer() throws Exception {
        for (String answer : List.of("SSH-2.0-OpenSSH\r\n", "", "\r\n\r\n"))
            try (TlsServer server = server(TlsServer.answering(answer))) {
                assertThatThrownBy(() -> post(server)).as(answer).isInstanceOf(IOException.class);
            }
    }

    @Test
    void a_certificate_for_another_name_is_refused_before_anything_is_sent() throws Exception {
        try (TlsServer server = server(TlsServer.answering("HTTP/1.1 200 OK\r\n\r\n"))) {
            URI byNumber = URI.create("https://127.0.0.1:" + server.port() + "/");
            assertThatThrownBy(() -> receiver(server, LONG).post(byNumber, MESSAGE))
                    .isInstanceOf(IOException.class);
            assertThat(server.requests).isEmpty();
        }
    }

    @Test
    void a_certificate_that_no_authority_has_signed_is_refused() throws Exception {
        try (TlsServer server = server(TlsServer.answering("HTTP/1.1 200 OK\r\n\r\n"))) {
            assertThatThrownBy(() -> GuardedReceiver.ofThisMachineToo().post(url(server), MESSAGE))
                    .isInstanceOf(IOException.class);
            assertThat(server.requests).isEmpty();
        }
    }
}
