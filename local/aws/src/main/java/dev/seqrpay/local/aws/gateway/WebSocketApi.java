package dev.seqrpay.local.aws.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seqrpay.local.aws.function.FunctionHost;
import dev.seqrpay.local.aws.function.InvocationException;
import dev.seqrpay.loopback.LocalServer;
import dev.seqrpay.loopback.Loopback;
import dev.seqrpay.loopback.ProgramsOnly;
import io.undertow.Handlers;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.xnio.IoUtils;

/**
 * API Gateway's WebSocket API on a port of this machine: real sockets, and {@code /@connections/{id}} for functions to send
 * to them. Without a stage in the path, as with a custom domain.
 */
public final class WebSocketApi implements AutoCloseable {
    private static final String CONNECTIONS = "/@connections/";
    private static final int LARGEST_MESSAGE = 128 * 1024;

    private final Map<String, WebSocketChannel> open = new ConcurrentHashMap<>();
    private final RequestLog requests;
    private final Consumer<String> errors;
    private final LocalServer server;
    private final HttpHandler connections = new ProgramsOnly(this::send);
    private volatile Map<String, FunctionHost> routes = Map.of();

    /** @param errors hears why a function gave no answer */
    public WebSocketApi(int port, Consumer<String> errors) {
        this(port, new RequestLog(line -> {}), errors);
    }

    public WebSocketApi(int port, RequestLog requests, Consumer<String> errors) {
        this.requests = requests;
        this.errors = errors;
        this.server = LocalServer.start(port, this::handle);
    }

    public void serve(List<FunctionHost> functions) {
        Map<String, FunctionHost> byKey = new HashMap<>();
        for (FunctionHost function : functions)
            for (String key : function.function().socketRoutes()) byKey.put(key, function);
        routes = byKey;
    }

    public String url() {
        return server.url();
    }

    /** As when the network fails: all sockets end, and no side is told why. */
    public void cut() {
        cut("");
    }

    /** The same to the sockets of one payment. */
    public void cut(String paymentId) {
        open.values().stream()
                .filter(socket -> socket.getUrl().contains(paymentId))
                .forEach(IoUtils::safeClose);
    }

    private void handle(HttpServerExchange exchange) throws Exception {
        if (exchange.getRequestPath().startsWith(CONNECTIONS)) connections.handleRequest(exchange);
        else if (Loopback.isNamed(exchange.getRequestHeaders().getFirst(Headers.HOST))
                && isHandshake(exchange.getRequestHeaders())) connect(exchange);
        else FunctionResponse.message(403, "Forbidden").send(exchange);
    }

    private static boolean isHandshake(HeaderMap headers) {
        return "websocket".equalsIgnoreCase(headers.getFirst(Headers.UPGRADE));
    }

    private void send(HttpServerExchange exchange) throws IOException {
        String path = exchange.getRequestPath().substring(CONNECTIONS.length());
        WebSocketChannel channel = open.get(PercentEncoding.decodePath(path));
        byte[] message = exchange.getInputStream().readAllBytes();
        if (channel == null || !channel.isOpen()) {
            FunctionResponse.message(410, "Gone").send(exchange);
            return;
        }
        WebSockets.sendText(new String(message, UTF_8), channel, null);
        FunctionResponse.message(200, "OK").send(exchange);
    }

    /** The function is asked before the socket exists, and can refuse it. */
    private void connect(HttpServerExchange exchange) throws Exception {
        SocketEvent event =
                SocketEvent.connect(exchange, UUID.randomUUID().toString().substring(0, 13) + "=");
        FunctionResponse answer = call(event);
        if (answer.status() / 100 != 2) {
            answer.send(exchange);
            return;
        }
        Handlers.websocket((handshake, channel) -> opened(channel, event)).handleRequest(exchange);
    }

    private void opened(WebSocketChannel channel, SocketEvent event) {
        open.put(event.connectionId(), channel);
        channel.addCloseTask(closed -> open.remove(event.connectionId()));
        channel.getReceiveSetter().set(new AbstractReceiveListener() {
            @Override
            protected long getMaxTextBufferSize() {
                return LARGEST_MESSAGE;
            }

            @Override
            protected void onFullTextMessage(WebSocketChannel socket, BufferedTextMessage message) {
                String text = message.getData();
                socket.getWorker().execute(() -> answer(socket, event.message(text)));
            }
        });
        channel.resumeReceives();
    }

    private void answer(WebSocketChannel channel, SocketEvent message) {
        String answer = new String(call(message).body(), UTF_8);
        if (!answer.isEmpty()) WebSockets.sendText(answer, channel, null);
    }

    private FunctionResponse call(SocketEvent event) {
        long start = System.nanoTime();
        FunctionResponse answer = invoke(event);
        requests.answered("WS", event.route(), answer.status(), System.nanoTime() - start);
        return answer;
    }

    private FunctionResponse invoke(SocketEvent event) {
        FunctionHost function = routes.get(event.route());
        if (function == null) return FunctionResponse.message(403, "Forbidden");
        try {
            return FunctionResponse.parse(function.invoke(event.toJson()));
        } catch (InvocationException | IOException | RuntimeException e) {
            errors.accept("The socket's call failed: " + e.getMessage());
            return FunctionResponse.message(500, "Internal server error");
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
