package dev.seqrpay.local.aws.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import dev.seqrpay.local.aws.function.FunctionHost;
import dev.seqrpay.local.aws.function.Functions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

class WebSocketApiTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<Map<String, Object>> events = new LinkedBlockingQueue<>();
    private final Heard heard = new Heard();
    private final BlockingQueue<String> errors = new LinkedBlockingQueue<>();
    private final WebSocketApi api = new WebSocketApi(0, errors::add);

    @AfterEach
    void close() {
        api.close();
    }

    /** Echoes messages in capitals; refuses those who ask for it and fails for others. */
    private void function(InputStream in, OutputStream out, Context context) throws IOException {
        Map<String, Object> event = JSON.std.mapFrom(in.readAllBytes());
        events.add(event);
        String said = String.valueOf(event.getOrDefault("body", event.get("queryStringParameters")));
        if (said.contains("fail")) throw new IllegalStateException("as asked");
        int status = said.contains("refuse") ? 404 : 200;
        String body = event.containsKey("body") && !said.equals("quiet") ? said.toUpperCase() : "";
        out.write(JSON.std.asBytes(Map.of("statusCode", status, "body", body)));
    }

    private WebSocket open(String query) {
        FunctionHost host = Functions.sockets(this::function, "$connect", "$default");
        api.serve(List.of(host));
        URI uri = URI.create(api.url().replace("http", "ws") + "/?view=" + query);
        return http.newWebSocketBuilder().buildAsync(uri, heard).join();
    }

    @Test
    void asksTheFunctionBeforeThereIsASocketAndAnswersEachMessage() throws Exception {
        WebSocket socket = open("a%20b");
        Map<String, Object> connect = events.take();
        assertThat(connect).containsEntry("queryStringParameters", Map.of("view", "a b"));
        assertThat(context(connect)).containsEntry("routeKey", "$connect").containsEntry("eventType", "CONNECT");

        // messages of one socket may overtake each other, as on AWS: each is a call of its own
        socket.sendText("quiet", true).join();
        Map<String, Object> message = events.take();
        assertThat(message).containsEntry("body", "quiet").doesNotContainKey("queryStringParameters");
        assertThat(context(message))
                .containsEntry("routeKey", "$default")
                .containsEntry("connectionId", context(connect).get("connectionId"));

        socket.sendText("ping", true).join();
        assertThat(heard.next()).isEqualTo("PING");
        assertThat(heard.isEmpty()).isTrue();
    }

    @Test
    void aSocketThatTheFunctionRefusesIsNone() {
        assertThatThrownBy(() -> open("refuse"))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(WebSocketHandshakeException.class)
                .satisfies(failure -> assertThat(((WebSocketHandshakeException) failure.getCause())
                                .getResponse()
                                .statusCode())
                        .isEqualTo(404));
    }

    @Test
    void aFunctionThatFailsRefusesTooAndSaysSo() {
        assertThatThrownBy(() -> open("fail")).hasCauseInstanceOf(WebSocketHandshakeException.class);
        assertThat(errors).hasSize(1).allMatch(error -> error.contains("as asked"));
    }

    @Test
    void functionsSendToASocketAsLongAsItIsThere() throws Exception {
        WebSocket socket = open("a");
        String id = (String) context(events.take()).get("connectionId");

        assertThat(post(id)).isEqualTo(200);
        assertThat(heard.next()).isEqualTo("{\"ö\":1}");
        assertThat(post("another")).isEqualTo(410);
        socket.abort();
        while (post(id) != 410) assertThat(errors).isEmpty();
    }

    @Test
    void nothingButASocketIsServed() throws Exception {
        HttpRequest get = HttpRequest.newBuilder(URI.create(api.url() + "/")).build();
        assertThat(http.send(get, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    }

    private int post(String id) throws IOException, InterruptedException {
        URI uri = URI.create(api.url() + "/@connections/" + id.replace("=", "%3D"));
        HttpRequest post = HttpRequest.newBuilder(uri)
                .POST(BodyPublishers.ofString("{\"ö\":1}", UTF_8))
                .build();
        return http.send(post, BodyHandlers.ofString()).statusCode();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> context(Map<String, Object> event) {
        return (Map<String, Object>) event.get("requestContext");
    }
}
