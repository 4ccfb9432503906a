package dev.seqrpay.web;

import static dev.seqrpay.web.Element.element;
import static dev.seqrpay.web.Page.link;

import dev.seqrpay.payment.Payment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the shopper pays a payment that waits: the steps, and the link into the app or the code to scan. Below its state follow
 * the time left, the way to cancel, and help for shoppers without the app. All of it goes once the payment does not wait any
 * more.
 */
final class Paying {
    private final Page page;
    private final Payment payment;
    private final Platform platform;
    private final Optional<String> app;

    Paying(Page page) {
        this.page = page;
        this.payment = page.view.payment();
        this.platform = page.view.platform();
        this.app = Optional.ofNullable(page.view.app());
    }

    Element start() {
        Element start = whileIssued("start").add(steps());
        if (platform == Platform.UNSUPPORTED) start.add(element("p", text("unsupported")));
        if (!platform.hasApp() || app.isEmpty()) return start.add(code());
        return start.add(
                help("inapp").hiddenIf(platform != Platform.IN_APP),
                link(app.get(), text("open")).css("button open").with("data-open", ""),
                help("unopened").hiddenIf(true),
                element("details").css("fold").add(element("summary", text("code.show")), code()));
    }

    Element end() {
        return whileIssued("end").add(left(), cancel(), about());
    }

    private Element whileIssued(String css) {
        return element("div").css(css).with("data-while", payment.state().name());
    }

    private Element steps() {
        Stream<String> steps = platform.hasApp()
                ? Stream.of("open", "step.confirm")
                : Stream.of("step.open", "step.scan", "step.confirm");
        return element("ol")
                .css("steps")
                .add(steps.map(step -> element("li", text(step))).toList());
    }

    private Element code() {
        return element("figure")
                .add(QrCode.drawn(payment.seqrInvoice().orElseThrow().qrCode(), text("code.alt"))
                        .with("width", "264")
                        .with("height", "264"));
    }

    /** What to do where the app does not open: within another app, and, which only the script sees, after the try. */
    private Element help(String name) {
        // all of a long link is seen: one line would cut it off on a small screen
        Element link = element("textarea", page.view.link())
                .with("rows", "3")
                .with("readonly", "")
                .with("aria-label", text("link"));
        return element("div")
                .css("help " + name)
                .with("data-help", name)
                .add(
                        element("h2", text(name + ".heading")),
                        element("p", text(name + ".text")),
                        element("div").css("copy").add(link, copy()));
    }

    /** The script shows it; without a script the shopper can mark the link. */
    private Element copy() {
        return element("button", text("link.copy"))
                .css("button plain")
                .with("type", "button")
                .with("data-copy", text("link.copied"))
                .hiddenIf(true);
    }

    private Element left() {
        return element("p", text("left") + " ")
                .css("left")
                .add(element("span", timeLeft()).with("role", "timer").with("data-left", ""));
    }

    private String timeLeft() {
        Duration left = Duration.between(page.view.now(), payment.expiresAt());
        return left.toMinutes() + ":" + (left.toSecondsPart() < 10 ? "0" : "") + left.toSecondsPart();
    }

    /** The shopper is asked once: by the script in place, or without a script by the page that the link opens. */
    private Element cancel() {
        boolean asks = page.view.asks();
        return element("div")
                .css("cancel")
                .add(
                        link(page.view.question(), text("cancel"))
                                .with("data-ask", "")
                                .hiddenIf(asks),
                        question().hiddenIf(!asks));
    }

    private Element question() {
        return element("form")
                .with("method", "post")
                .with("action", page.view.cancel())
                .with("data-cancel", text("cancel.working"))
                .add(
                        element("p", text("cancel.ask")).with("tabindex", "-1"),
                        element("button", text("cancel.yes")).css("button"),
                        link(page.view.page(page.view.language()), text("cancel.no"))
                                .css("button plain")
                                .with("data-keep", ""));
    }

    private Element about() {
        List<Element> stores = Stream.of(Store.values()).map(Store::link).toList();
        return element("div")
                .css("about")
                .add(
                        element("p", text("app.get") + " ").css("stores").add(stores),
                        element("details")
                                .css("fold")
                                .add(element("summary", text("what")), element("p", text("what.text"))));
    }

    private String text(String key) {
        return page.texts.of(key);
    }
}
