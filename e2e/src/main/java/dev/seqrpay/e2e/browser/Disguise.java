package dev.seqrpay.e2e.browser;

import java.util.List;
import java.util.Map;

/** What a tab makes its page believe about the machine, the network and the reader. */
public final class Disguise {
    private static final String NO_SOCKETS = """
            WebSocket = class extends EventTarget {
              readyState = 3;
              constructor() {
                super();
                setTimeout(() => ['error', 'close'].forEach((name) => {
                  const event = new CloseEvent(name);
                  this.dispatchEvent(event);
                  this['on' + name]?.(event);
                }));
              }
              send() {}
              close() {}
            };
            """;

    /** Three seconds is the silence after which a page gives a socket up. */
    private static final String TRUST = """
            const { setTimeout: wait } = window;
            window.setTimeout = (then, time, ...more) => wait(then, time === 3000 ? 600000 : time, ...more);
            """;

    private final Session session;
    private boolean hasScripts = true;

    Disguise(Session session) {
        this.session = session;
    }

    public Disguise put(Device device) {
        session.call("Emulation.setDeviceMetricsOverride", device.metrics());
        session.call(
                "Emulation.setTouchEmulationEnabled",
                Map.of("enabled", device.isPhone(), "maxTouchPoints", device.isPhone() ? 5 : 1));
        session.call(
                "Emulation.setUserAgentOverride",
                Map.of("userAgent", device.agent(), "acceptLanguage", device.language()));
        return this;
    }

    /** What the reader has set in the system. */
    public Disguise preferring(boolean dark, boolean stillness) {
        session.call(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                                Map.of(
                                        "name",
                                        "prefers-reduced-motion",
                                        "value",
                                        stillness ? "reduce" : "no-preference"))));
        return this;
    }

    public Disguise withoutScripts() {
        session.call("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        hasScripts = false;
        return this;
    }

    boolean hasScripts() {
        return hasScripts;
    }

    /** Behind a proxy that lets none through: from the next page on. */
    public Disguise withoutSockets() {
        session.call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", NO_SOCKETS));
        return this;
    }

    /** On a machine so busy that sockets are silent for longer than a network may be: none is given up for it. */
    public Disguise trustingSockets() {
        session.call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", TRUST));
        return this;
    }

    /** In a tunnel, and out again: the page is told, as by a real network. */
    public void offline(boolean offline) {
        session.call(
                "Network.emulateNetworkConditions",
                Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }
}
