package dev.seqrpay.web;

import static dev.seqrpay.web.Element.element;
import static dev.seqrpay.web.Page.link;

import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.State;
import java.util.ArrayList;
import java.util.List;

/** The hosted payment page: what it costs, how to pay it, how the payment stands, and what is paid for. */
public final class PaymentPage {
    private final PaymentView view;
    private final Payment payment;
    private final Page page;
    private final Notice notice;
    private final PageState standing;

    private PaymentPage(PaymentView view) {
        this.view = view;
        this.payment = view.payment();
        this.page = new Page(view);
        this.notice = new Notice(page);
        this.standing = PageState.of(payment, view.now());
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
        if (payment.state() == State.CANCELED) new Exits(page).describe(main);
        if (standing == PageState.PREPARING) main.with("data-reload", ""); // the script cannot make the code
        return page.html("payment", notice.text(standing, "heading"), main, page.languages(view::page));
    }

    /** The total, how to pay it, how it stands, and what else the shopper can do. */
    private List<Element> paying() {
        List<Element> parts = new ArrayList<>();
        parts.add(element("h1")
                .add(
                        element("span", page.texts.of("total") + " "),
                        element("strong", page.formats.money(payment.invoice().total()))));
        Paying paying = new Paying(page);
        if (standing == PageState.WAITING) parts.add(paying.start());
        parts.addAll(notices());
        parts.add(notice.offline());
        if (standing == PageState.WAITING) parts.add(paying.end());
        parts.add(ways());
        parts.add(element("p").css("spoken").with("role", "status"));
        return parts;
    }

    /** Each text that the script may have to show. The reader sees the one that applies. */
    private List<Element> notices() {
        List<Element> notices = new ArrayList<>();
        for (PageState each : PageState.values())
            if (each != PageState.CONFIRMING) notices.add(notice.of(each, "h2").hiddenIf(each != standing));
        return notices;
    }

    /** Where the shopper can go from here. The receipt page asks SEQR about an open payment, even if the script does not run. */
    private Element ways() {
        return new Exits(page).ways().add(link(view.receipt(view.language()), page.texts.of("receipt.open")));
    }

    private List<Element> order() {
        List<Element> order = new ArrayList<>();
        order.add(page.orderHeading());
        order.add(new Rows(page).list());
        order.add(element("p", page.texts.of("order.number") + " ")
                .css("number")
                .add(element("bdi", payment.invoice().orderId())));
        return order;
    }
}
