package dev.seqrpay.local.aws.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import dev.seqrpay.local.aws.function.Functions;
import dev.seqrpay.loopback.Await;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

/** What a function is told of a socket, what the socket is told of the function, and how sockets end. */
class SocketEventTest {
    private static final int LARGEST = 128 * 1024;

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<Map<String, Object>> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Heard heard = new Heard();
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private final RequestLog log = new RequestLog(lines::add, () -> Instant.EPOCH, ZoneOffset.UTC);
    private final WebSocketApi api = new WebSocketApi(0, log, error -> {});

    @AfterEach
    void close() {
        api.close();
    }

    /** Says how long the message was. */
    private void function(InputStream in, OutputStream out, Context context) throws IOException {
        Map<String, Object> event = JSON.std.mapFrom(in.readAllBytes());
        events.add(event);
        String said = (String) event.getOrDefault("body", "");
        if (said.equals("fail")) throw new IllegalStateException("as asked");
        out.write(JSON.std.asBytes(Map.of("statusCode", 200, "body", String.valueOf(said.length()))));
    }

    private WebSocket open(String... routes) {
        api.serve(List.of(Functions.sockets(this::function, routes)));
        URI uri = URI.create(api.url().replace("http", "ws") + "/");
        return http.newWebSocketBuilder().buildAsync(uri, listener()).join();
    }

    private WebSocket.Listener listener() {
        return new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean isLast) {
                return heard.onText(socket, text, isLast);
            }

            @Override
            public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
                ended.complete("closed " + code);
                return null;
            }
        };
    }

    @Test
    void it_names_the_socket_the_caller_and_the_time() throws Exception {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        open("$connect", "$default").sendText("a", true).join();

        Map<String, Object> opened = events.take();
        Map<String, Object> said = events.take();
        assertThat(opened).doesNotContainKeys("queryStringParameters", "body").containsEntry("isBase64Encoded", false);
        for (Map<String, Object> event : List.of(opened, said)) {
            assertThat(context(event))
                    .containsEntry("domainName", "127.0.0.1")
                    .containsEntry("stage", "live")
                    .containsEntry("identity", Map.of("sourceIp", "127.0.0.1"))
                    .hasEntrySatisfying(
                            "connectionId",
                            id -> assertThat((String) id).hasSize(14).endsWith("="));
            assertThat(Instant.ofEpochMilli(((Number) context(event).get("requestTimeEpoch")).longValue()))
                    .isBetween(before, Instant.now());
        }
        assertThat(context(opened).get("requestId")).isNotEqualTo(context(said).get("requestId"));
        assertThat(context(said)).containsEntry("eventType", "MESSAGE");
    }

    @Test
    void its_calls_are_told_by_their_routes() throws Exception {
        open("$connect", "$default").sendText("a", true).join();

        assertThat(lines.take()).matches("00:00:00 WS \\$connect 200 [0-9]+ ms");
        assertThat(lines.take()).matches("00:00:00 WS \\$default 200 [0-9]+ ms");
    }

    @Test
    void a_message_whose_function_fails_is_answered_all_the_same() throws Exception {
        open("$connect", "$default").sendText("fail", true).join();

        assertThat(heard.next()).contains("Internal server error");
    }

    @Test
    void a_socket_that_no_function_is_asked_about_is_none() {
        assertThatThrownBy(() -> open("$default")).hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    @Test
    void a_message_has_at_most_128_kilobytes() throws Exception {
        WebSocket socket = open("$connect", "$default");
        socket.sendText("x".repeat(LARGEST), true).join();
        assertThat(heard.next()).isEqualTo(String.valueOf(LARGEST));

        socket.sendText("x".repeat(LARGEST + 1), true);
        assertThat(ended.get()).isEqualTo("closed 1009");
    }

    /** Over a plain socket, because the JDK's client now and then does not look whether its server has hung up. */
    @Test
    void a_network_that_fails_ends_it_without_a_word() throws Exception {
        api.serve(List.of(Functions.sockets(this::function, "$connect", "$default")));
        try (java.net.Socket socket = socket("Host: 127.0.0.1")) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) head.append((char) in.read());
            assertThat(head).startsWith("HTTP/1.1 101 ");
            socket.setSoTimeout(20);
            // the client has its socket a moment before the server has
            Await.until(() -> {
                api.cut();
                return hasEnded(in);
            });
        }
    }

    /** @return whether the other side has hung up; what it says before is no silence, and fails the test */
    private static boolean hasEnded(InputStream in) {
        try {
            assertThat(in.read()).isEqualTo(-1);
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Test
    void another_name_than_this_machines_opens_none() throws Exception {
        api.serve(List.of(Functions.sockets(this::function, "$connect")));

        assertThat(handshake("Host: shop.example")).startsWith("HTTP/1.1 403 ").contains("Forbidden");
        assertThat(handshake("Host: 127.0.0.1", "Origin: https://shop.example")).startsWith("HTTP/1.1 101 ");
        assertThat(events).hasSize(1);
    }

    @Test
    void no_page_sends_to_one() throws Exception {
        String line = "POST /@connections/a HTTP/1.1";
        assertThat(RawRequest.answer(api.url(), "", line, "Host: 127.0.0.1", "Origin: https://shop.example"))
                .startsWith("HTTP/1.1 403 ");
        assertThat(RawRequest.answer(api.url(), "", line, "Host: 127.0.0.1")).startsWith("HTTP/1.1 410 ");
    }

    @Test
    void what_is_closed_opens_none() {
        String url = api.url();
        api.close();

        assertThatThrownBy(() -> RawRequest.answer(url, "", "GET / HTTP/1.0")).isInstanceOf(ConnectException.class);
    }

    private String handshake(String... headers) throws IOException {
        try (java.net.Socket socket = socket(headers)) {
            return new String(socket.getInputStream().readNBytes(90), UTF_8);
        }
    }

    /** One that has asked to be a WebSocket. */
    private java.net.Socket socket(String... headers) throws IOException {
        java.net.Socket socket =
                new java.net.Socket("127.0.0.1", URI.create(api.url()).getPort());
        String request = "GET / HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: WebSocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + String.join("\r\n", headers)
                + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(UTF_8));
        return socket;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> context(Map<String, Object> event) {
        return (Map<String, Object>) event.get("requestContext");
    }
}
