package dev.seqrpay.e2e.browser;

import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.jr.ob.JSON;

/**
 * One tab, and what its shopper does and sees in it. Selectors look into shadow roots too, where the payment view is. What is
 * waited for comes, or is an error that shows the page after a time that only a hang takes.
 */
public final class Tab implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(10);
    /** The document and the open shadow roots in it, even if an element has the name of a property that this uses. */
    private static final String TOOLS = """
            const query = (root, css) => [...(root === document ? Document : DocumentFragment).prototype.querySelectorAll.call(root, css)];
            const roots = (root) => [root, ...query(root, '*').filter((e) => e.shadowRoot).flatMap((e) => roots(e.shadowRoot))];
            const all = (css) => roots(document).flatMap((root) => query(root, css));
            const isShown = (e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0;
            const shown = (css) => all(css).filter(isShown);
            const text = () => [...query(document, 'body'), ...all('.view')].map((e) => e.innerText).join('\\n');
            """;
    /** Looks for a moment in the page itself: a question from outside costs the browser many times what a look does. */
    private static final String LOOK = """
            const isSo = () => (%s);
            return (async () => {
              for (let look = 0; look < 20; look++) {
                if (isSo()) return true;
                await new Promise((then) => setTimeout(then, 10));
              }
              return false;
            })();
            """;

    /** What tabs share. */
    interface Context extends AutoCloseable {
        Tab open(Device device);

        @Override
        void close();
    }

    private final Session session;
    private final Context context;
    private final Device device;
    private final Traffic traffic;
    private final PageComplaints complaints;
    private final Disguise disguise;
    private final AtomicReference<CountDownLatch> loading = new AtomicReference<>(new CountDownLatch(0));

    Tab(Session session, Context context, Device device) {
        this.session = session;
        this.context = context;
        this.device = device;
        this.traffic = new Traffic(session);
        this.complaints = new PageComplaints(session);
        session.listen(event -> {
            if (event.name().equals("Page.loadEventFired")) loading.get().countDown();
        });
        session.call("Page.enable");
        // what moves is drawn anew sixty times a second, which costs more than all that a test does with it
        this.disguise = new Disguise(session).put(device).preferring(false, true);
    }

    /** Another one of the same visitor's. */
    public Tab another(Device which) {
        return context.open(which);
    }

    public Traffic traffic() {
        return traffic;
    }

    public PageComplaints complaints() {
        return complaints;
    }

    public Disguise disguise() {
        return disguise;
    }

    /* ---- going somewhere ---- */

    /** Until it has loaded with all its parts. */
    public Tab open(String address) {
        Map<String, Object> answer = load("Page.navigate", Map.of("url", address));
        if (answer.containsKey("errorText")) throw new DevTools.Refused(address + ": " + answer.get("errorText"));
        return this;
    }

    public void reload() {
        load("Page.reload", Map.of());
    }

    /** The back button. */
    public void back() {
        Map<String, Object> history = session.call("Page.getNavigationHistory");
        int before = (Integer) history.get("currentIndex") - 1;
        Map<?, ?> entry = (Map<?, ?>) ((List<?>) history.get("entries")).get(before);
        session.call("Page.navigateToHistoryEntry", Map.of("entryId", entry.get("id")));
    }

    private Map<String, Object> load(String method, Map<String, ?> parameters) {
        CountDownLatch loaded = new CountDownLatch(1);
        loading.set(loaded);
        Map<String, Object> answer = session.call(method, parameters);
        if (answer.containsKey("errorText")) return answer;
        try {
            if (!loaded.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) throw new AssertionError("It loads for ever");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }

    /** What a click on the tab does. */
    /** As another tab does that is shown in its place. Newer Chromiums give each tab a window of its own, older ones do not. */
    public void hide() {
        if (!isTrue("document.hidden")) window("minimized");
    }

    public void show() {
        window("normal");
        session.call("Page.bringToFront");
    }

    private void window(String state) {
        Object window = session.call("Browser.getWindowForTarget").get("windowId");
        session.call("Browser.setWindowBounds", Map.of("windowId", window, "bounds", Map.of("windowState", state)));
    }

    public String address() {
        return (String) run("location.href");
    }

    /* ---- doing something ---- */

    /** With the mouse or, on a phone, the finger, in the middle of what is there: what covers it would be hit instead. */
    public void press(String css) {
        await("shown(%s).length > 0".formatted(quoted(css)));
        List<?> middle = (List<?>) run("""
                const found = shown(%s)[0];
                found.scrollIntoView({ block: 'center', behavior: 'instant' });
                const { x, y, width, height } = found.getBoundingClientRect();
                return [x + width / 2, y + height / 2];
                """.formatted(quoted(css)));
        double x = ((Number) middle.get(0)).doubleValue();
        double y = ((Number) middle.get(1)).doubleValue();
        if (device.isPhone()) tap(x, y);
        else click(x, y);
    }

    private void tap(double x, double y) {
        session.call(
                "Input.dispatchTouchEvent",
                Map.of("type", "touchStart", "touchPoints", List.of(Map.of("x", x, "y", y))));
        session.call("Input.dispatchTouchEvent", Map.of("type", "touchEnd", "touchPoints", List.of()));
    }

    private void click(double x, double y) {
        for (String type : List.of("mousePressed", "mouseReleased"))
            session.call(
                    "Input.dispatchMouseEvent",
                    Map.of("type", type, "x", x, "y", y, "button", "left", "clickCount", 1));
    }

    /* ---- seeing something ---- */

    /** @param script an expression, or statements with a return; {@code all(css)} and {@code shown(css)} find elements */
    public Object run(String script) {
        String body = script.contains("return ") ? script : "return (" + script + ");";
        Map<String, Object> answer = session.call(
                "Runtime.evaluate",
                Map.of(
                        "expression",
                        "(() => {" + TOOLS + body + "\n})()",
                        "returnByValue",
                        true,
                        "awaitPromise",
                        true,
                        "userGesture",
                        true));
        if (answer.containsKey("exceptionDetails")) throw new DevTools.Refused(thrown(answer));
        return DevTools.object(answer, "result").get("value");
    }

    /** Runs before anything of each page that is opened from now on. */
    public void beforeEachPage(String script) {
        session.call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    /** A script file's text, which the page's policy does not block. */
    public void load(String source) {
        session.call("Runtime.evaluate", Map.of("expression", source));
    }

    private static String thrown(Map<String, Object> answer) {
        return String.valueOf(DevTools.object(DevTools.object(answer, "exceptionDetails"), "exception")
                .get("description"));
    }

    /** Once it is true; a page that is being exchanged for another one is not asked. */
    public void await(String condition) {
        await(condition, PATIENCE);
    }

    public void await(String condition, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isTrue(disguise.hasScripts() ? LOOK.formatted(condition) : condition)) {
            if (System.nanoTime() > deadline) throw new AssertionError("Still not so: " + condition + "\n" + text());
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean isTrue(String condition) {
        try {
            return Boolean.TRUE.equals(run(condition));
        } catch (DevTools.Refused e) {
            if (e.getMessage().contains("SyntaxError")) throw e;
            return false;
        }
    }

    public void awaitShown(String css) {
        await("shown(%s).length > 0".formatted(quoted(css)));
    }

    public void awaitText(String words) {
        await("text().includes(%s)".formatted(quoted(words)));
    }

    public boolean shows(String css) {
        return isTrue("shown(%s).length > 0".formatted(quoted(css)));
    }

    /** Of all that is shown, the payment view's included. */
    public String text() {
        return (String) run("text()");
    }

    static String quoted(String text) {
        return JSON.std.asString(text);
    }

    /** The page from top to bottom as PNG. */
    public byte[] picture() {
        return picture("[0, 0, innerWidth, Math.max(innerHeight, document.documentElement.scrollHeight)]");
    }

    /** One element with a margin around it, as PNG. */
    public byte[] picture(String css, int margin) {
        return picture("""
                const { x, y, width, height } = shown(%1$s)[0].getBoundingClientRect();
                return [x - %2$d, y - %2$d, width + 2 * %2$d, height + 2 * %2$d];
                """.formatted(quoted(css), margin));
    }

    private byte[] picture(String box) {
        List<?> sides = (List<?>) run(box);
        Map<String, Object> clip = new HashMap<>(Map.of("scale", 1));
        for (String side : List.of("x", "y", "width", "height")) clip.put(side, sides.get(clip.size() - 1));
        Map<String, Object> answer = session.call(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true, "clip", clip));
        return Base64.getDecoder().decode((String) answer.get("data"));
    }

    @Override
    public void close() {
        context.close();
    }
}
