package dev.seqrpay.web;

import static dev.seqrpay.web.Element.element;
import static dev.seqrpay.web.Page.link;

import dev.seqrpay.payment.Payment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The hosted payment page: what it costs, the QR code, the way into the app on a phone, and how the payment stands. */
public final class PaymentPage {
    private final PaymentView view;
    private final Payment payment;
    private final Page page;
    private final Notice notice;
    private final Standing standing;

    private PaymentPage(PaymentView view) {
        this.view = view;
        this.payment = view.payment();
        this.page = new Page(view);
        this.notice = new Notice(page);
        this.standing = Standing.of(payment, view.now());
    }

    public static String html(PaymentView view) {
        return new PaymentPage(view).html();
    }

    private String html() {
        Element main = element("main")
                .add(
                        element("section").css("pay").add(paying()),
                        element("section").css("order").add(order()));
        if (page.isLive()) new Live(view).describe(main);
        if (standing == Standing.PREPARING) main.with("data-reload", ""); // the script cannot make the code
        return page.html("payment", notice.text(standing, "heading"), main, page.languages(view::page));
    }

    private List<Element> paying() {
        List<Element> parts = new ArrayList<>();
        parts.add(element("h1")
                .add(
                        element("span", page.texts.of("total") + " "),
                        element("strong", page.formats.money(payment.invoice().total()))));
        parts.addAll(notices());
        parts.add(notice.offline());
        if (standing == Standing.WAITING) parts.add(code());
        parts.add(ways());
        parts.add(element("p").css("spoken").with("role", "status"));
        return parts;
    }

    /** Whatever the script may have to show; the reader sees the one that holds. */
    private List<Element> notices() {
        List<Element> notices = new ArrayList<>();
        for (Standing each : Standing.values())
            if (each != Standing.CONFIRMING) notices.add(notice.of(each, "h2").hiddenIf(each != standing));
        return notices;
    }

    private Element code() {
        Element code =
                element("div").css("code").with("data-while", payment.state().name());
        WebAddress.app(payment.qrCode())
                .ifPresent(app -> code.add(link(app, page.texts.of("open")).css("button open")));
        code.add(
                element("figure")
                        .add(
                                QrCode.drawn(payment.qrCode(), page.texts.of("code.alt"))
                                        .with("width", "264")
                                        .with("height", "264"),
                                element("figcaption", page.texts.of("code.scan"))),
                element("p", page.texts.of("left") + " ")
                        .css("left")
                        .add(element("span", left()).with("role", "timer").with("data-left", "")));
        return code.add(cancel());
    }

    /** Needs the script, which shows it; without one the shopper cancels in the app. */
    private Element cancel() {
        return element("button", page.texts.of("cancel"))
                .css("button plain")
                .with("type", "button")
                .with("data-cancel", "")
                .hiddenIf(true);
    }

    private String left() {
        Duration left = Duration.between(view.now(), payment.expiresAt());
        return left.toMinutes() + ":" + (left.toSecondsPart() < 10 ? "0" : "") + left.toSecondsPart();
    }

    /** Where the shopper can go from here; while it is open, the receipt page asks SEQR, whatever became of the script. */
    private Element ways() {
        Element ways = element("p").css("ways");
        WebAddress.page(payment.invoice().backUrl())
                .ifPresent(
                        shop -> ways.add(link(shop, page.texts.of("shop.back")).css("button back")));
        return ways.add(link(view.receipt(view.language()), page.texts.of("receipt.open")));
    }

    private List<Element> order() {
        List<Element> order = new ArrayList<>();
        order.add(page.orderHeading());
        order.addAll(new Rows(page).list());
        order.add(element("p", page.texts.of("order.number") + " ")
                .css("number")
                .add(element("bdi", payment.invoice().orderId())));
        return order;
    }
}
