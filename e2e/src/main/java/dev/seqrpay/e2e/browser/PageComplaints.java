package dev.seqrpay.e2e.browser;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What must not happen in a page: a dialog, a script's error, a line in the console, anything that its Content Security Policy
 * or Trusted Types forbid. A request that failed is none of them.
 */
public final class PageComplaints {
    private static final String WATCH = "addEventListener('securitypolicyviolation', (v) =>"
            + " complain(`${v.effectiveDirective} forbids ${v.blockedURI} ${v.sample}`));";

    private final Session session;
    private final List<String> list = new CopyOnWriteArrayList<>();

    PageComplaints(Session session) {
        this.session = session;
        session.listen(this::take);
        session.call("Page.enable");
        session.call("Runtime.enable");
        session.call("Log.enable");
        session.call("Runtime.addBinding", Map.of("name", "complain"));
        session.call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
    }

    private void take(DevTools.Event event) {
        switch (event.name()) {
            case "Page.javascriptDialogOpening" -> {
                list.add("dialog: " + event.text("message"));
                session.send("Page.handleJavaScriptDialog", Map.of("accept", false));
            }
            case "Runtime.bindingCalled" -> list.add(event.text("payload"));
            case "Runtime.exceptionThrown" -> list.add("thrown: " + event.object("exceptionDetails"));
            case "Runtime.consoleAPICalled" ->
                list.add("console: " + event.values().get("args"));
            case "Log.entryAdded" -> log(event.object("entry"));
            default -> {}
        }
    }

    private void log(Map<String, Object> entry) {
        if (!"network".equals(entry.get("source"))) list.add("log: " + entry.get("text"));
    }

    public List<String> list() {
        return List.copyOf(list);
    }

    public void forget() {
        list.clear();
    }
}
