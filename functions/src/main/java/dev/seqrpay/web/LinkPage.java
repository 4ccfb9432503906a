package dev.seqrpay.web;

import static dev.seqrpay.web.Element.element;

import dev.seqrpay.payment.Payment;
import java.util.ArrayList;
import java.util.List;

/**
 * The page that a payment link opens: what it costs, and a button. Only the button makes a payment, because mail
 * programs and messengers open each link that they carry (RFC 9110, 9.2.1: GET is safe).
 */
public final class LinkPage {
    private final Page page;
    private final Payment payment;

    private LinkPage(PaymentView view) {
        this.page = new Page(view);
        this.payment = view.payment();
    }

    /**
     * @param view shows the payment that the link would make, at the link's address
     * @param isOpen whether the link still makes payments
     */
    public static String html(PaymentView view, boolean isOpen) {
        return new LinkPage(view).html(isOpen);
    }

    private String html(boolean isOpen) {
        Element main = element("main")
                .add(
                        element("section").css("pay").add(isOpen ? paying() : closed()),
                        element("section").css("order").add(order()));
        String title = page.texts.of(isOpen ? "link.pay" : "link.closed.heading");
        return page.html("link", title, main, page.languages(page.view::page));
    }

    private List<Element> paying() {
        return List.of(
                element("h1")
                        .add(
                                element("span", page.texts.of("total") + " "),
                                element(
                                        "strong",
                                        page.formats.money(payment.invoice().total()))),
                element("form")
                        .with("method", "post")
                        .with("action", page.view.page(page.view.language()))
                        .add(element("button", page.texts.of("link.pay")).css("button")));
    }

    private List<Element> closed() {
        return List.of(element("div")
                .css("notice expired")
                .add(
                        Icon.CLOCK.svg(),
                        element("h1", page.texts.of("link.closed.heading")),
                        element("p", page.texts.of("link.closed.text"))));
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
