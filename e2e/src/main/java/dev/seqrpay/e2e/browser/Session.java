package dev.seqrpay.e2e.browser;

import java.util.Map;
import java.util.function.Consumer;

/** One tab's part of the protocol. */
record Session(DevTools tools, String id) {
    Map<String, Object> call(String method, Map<String, ?> parameters) {
        return tools.call(id, method, parameters);
    }

    Map<String, Object> call(String method) {
        return call(method, Map.of());
    }

    void send(String method, Map<String, ?> parameters) {
        tools.send(id, method, parameters);
    }

    void listen(Consumer<DevTools.Event> listener) {
        tools.listen(id, listener);
    }
}
