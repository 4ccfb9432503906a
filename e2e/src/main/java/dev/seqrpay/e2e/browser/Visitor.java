package dev.seqrpay.e2e.browser;

import java.util.Map;

/** A browser context: tabs that share cookies, cache and permissions among themselves and with no others. */
public final class Visitor implements Tab.Context {
    private final DevTools tools;
    private final String context;

    Visitor(DevTools tools) {
        this.tools = tools;
        this.context =
                (String) tools.call("", "Target.createBrowserContext", Map.of()).get("browserContextId");
    }

    @Override
    public Tab open(Device device) {
        String target = (String)
                tools.call("", "Target.createTarget", Map.of("url", "about:blank", "browserContextId", context))
                        .get("targetId");
        String session = (String) tools.call("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId");
        return new Tab(new Session(tools, session), this, device);
    }

    @Override
    public void close() {
        tools.call("", "Target.disposeBrowserContext", Map.of("browserContextId", context));
    }
}
