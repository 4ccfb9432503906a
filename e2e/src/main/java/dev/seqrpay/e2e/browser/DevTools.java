package dev.seqrpay.e2e.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.jr.ob.JSON;

/**
 * The DevTools protocol: calls, answers and events as JSON over one WebSocket, for the browser and all its tabs. A tab's
 * messages carry its session. Events are heard in their order and before the answer to any later call, on a thread that must
 * not wait for an answer.
 */
final class DevTools implements WebSocket.Listener, AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final AtomicInteger number = new AtomicInteger();
    private final Map<Integer, CompletableFuture<Map<String, Object>>> calls = new ConcurrentHashMap<>();
    private final Map<String, List<Consumer<Event>>> listeners = new ConcurrentHashMap<>();
    private final StringBuilder message = new StringBuilder();
    private final WebSocket socket;

    record Event(String name, Map<String, Object> values) {
        String text(String name) {
            return String.valueOf(values.get(name));
        }

        Map<String, Object> object(String name) {
            return DevTools.object(values, name);
        }
    }

    /** What Chromium says instead of doing as asked. */
    static final class Refused extends RuntimeException {
        Refused(String message) {
            super(message);
        }
    }

    DevTools(URI address) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, this)
                .join();
    }

    /** @param session empty for the browser itself */
    Map<String, Object> call(String session, String method, Map<String, ?> parameters) {
        try {
            return send(session, method, parameters)
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            throw new Refused(method + ": " + e.getCause());
        }
    }

    /** Without waiting for the answer. */
    CompletableFuture<Map<String, Object>> send(String session, String method, Map<String, ?> parameters) {
        CompletableFuture<Map<String, Object>> answer = new CompletableFuture<>();
        int id = number.incrementAndGet();
        calls.put(id, answer);
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("id", id);
        if (!session.isEmpty()) call.put("sessionId", session);
        call.put("method", method);
        call.put("params", parameters);
        write(JSON.std.asString(call));
        return answer;
    }

    /** One at a time, as the socket wants it. */
    private synchronized void write(String text) {
        socket.sendText(text, true).join();
    }

    void listen(String session, Consumer<Event> listener) {
        listeners.computeIfAbsent(session, each -> new CopyOnWriteArrayList<>()).add(listener);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        message.append(part);
        if (last) {
            String whole = message.toString();
            message.setLength(0);
            take(JSON.std.mapFrom(whole));
        }
        from.request(1);
        return null;
    }

    private void take(Map<String, Object> json) {
        if (json.get("id") instanceof Integer id) answer(calls.remove(id), json);
        else {
            Event event = new Event((String) json.get("method"), object(json, "params"));
            String session = (String) json.getOrDefault("sessionId", "");
            listeners.getOrDefault(session, List.of()).forEach(listener -> listener.accept(event));
        }
    }

    private static void answer(CompletableFuture<Map<String, Object>> call, Map<String, Object> json) {
        if (json.containsKey("error"))
            call.completeExceptionally(
                    new IOException(String.valueOf(object(json, "error").get("message"))));
        else call.complete(object(json, "result"));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Map<String, Object> json, String name) {
        return (Map<String, Object>) json.getOrDefault(name, Map.of());
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        onError(from, new IOException("Chromium has gone"));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        calls.values().forEach(call -> call.completeExceptionally(error));
    }

    @Override
    public void close() {
        socket.abort();
    }
}
