package dev.seqrpay.e2e.browser;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Every request that a tab sends, WebSockets included, and the way to break its connections. */
public final class Traffic {
    private final Session session;
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final List<String> referrers = new CopyOnWriteArrayList<>();
    private final Map<String, String> sockets = new ConcurrentHashMap<>();
    private final AtomicInteger received = new AtomicInteger();
    private volatile String broken = "";

    /**
     * @param method {@link #MESSAGE} for a message that goes out of a WebSocket
     * @param type in Chromium's words: Document, Stylesheet, Script, Image, Fetch, WebSocket …
     */
    public record Sent(String method, String url, String type) {}

    public static final String MESSAGE = "MESSAGE";
    public static final String SOCKET = "WebSocket";

    Traffic(Session session) {
        this.session = session;
        session.listen(this::take);
        session.call("Network.enable");
    }

    private void take(DevTools.Event event) {
        switch (event.name()) {
            case "Network.requestWillBeSent" -> {
                Map<String, Object> request = event.object("request");
                sent.add(new Sent((String) request.get("method"), (String) request.get("url"), event.text("type")));
            }
            case "Network.requestWillBeSentExtraInfo" ->
                event.object("headers").forEach((name, value) -> {
                    if (name.equalsIgnoreCase("Referer")) referrers.add(String.valueOf(value));
                });
            case "Network.webSocketCreated" -> {
                sockets.put(event.text("requestId"), event.text("url"));
                sent.add(new Sent("GET", event.text("url"), SOCKET));
            }
            case "Network.webSocketFrameSent" ->
                sent.add(new Sent(MESSAGE, sockets.get(event.text("requestId")), SOCKET));
            case "Network.webSocketFrameReceived" -> received.incrementAndGet();
            case "Fetch.requestPaused" -> pass(event);
            default -> {}
        }
    }

    private void pass(DevTools.Event event) {
        String url = (String) event.object("request").get("url");
        Map<String, Object> answer = new LinkedHashMap<>(Map.of("requestId", event.text("requestId")));
        boolean isBroken = !broken.isEmpty() && url.contains(broken);
        if (isBroken) answer.put("errorReason", "ConnectionReset");
        session.send(isBroken ? "Fetch.failRequest" : "Fetch.continueRequest", answer);
    }

    /** From now on, connections of the addresses that this is a part of end before there is an answer. */
    public void cut(String part) {
        broken = part;
        session.call("Fetch.enable", Map.of("patterns", List.of(Map.of("urlPattern", "*"))));
    }

    public void mend() {
        broken = "";
        session.call("Fetch.disable");
    }

    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** How many messages came out of sockets. */
    public int received() {
        return received.get();
    }

    /** The {@code Referer} headers as they went out. */
    public List<String> referrers() {
        return List.copyOf(referrers);
    }

    public void forget() {
        sent.clear();
        referrers.clear();
    }
}
