package dev.seqrpay.web;

import static dev.seqrpay.web.Element.element;
import static dev.seqrpay.web.Page.link;

import dev.seqrpay.merchant.Seller;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.State;
import dev.seqrpay.payment.Tax;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page where paying ends. The SEQR app opens it as the backURL, after paying and after cancelling alike, and the payment
 * page leads to it. It shows a receipt if the payment is paid, and how the payment stands if it is not.
 */
public final class ReceiptPage {
    private final PaymentView view;
    private final Payment payment;
    private final Page page;
    private final Notice notice;
    private final PageState standing;

    private ReceiptPage(PaymentView view) {
        this.view = view;
        this.payment = view.payment();
        this.page = new Page(view);
        this.notice = new Notice(page);
        this.standing = standing(view);
    }

    public static String html(PaymentView view) {
        return new ReceiptPage(view).html();
    }

    private static PageState standing(PaymentView view) {
        PageState standing = PageState.of(view.payment(), view.now());
        return switch (standing) {
            case PREPARING, WAITING, EXPIRING -> PageState.CONFIRMING;
            default -> standing;
        };
    }

    /** The receipt says more about a new status than the script could, so it reloads itself on each change. */
    private String html() {
        Element main = element("main").add(content());
        if (page.isLive()) new Live(view).describe(main).with("data-reload", "");
        new Exits(page).describe(main);
        return page.html("receipt", notice.text(standing, "heading"), main, page.languages(view::receipt));
    }

    private List<Element> content() {
        List<Element> parts = new ArrayList<>();
        parts.add(notice.of(standing, "h1"));
        if (payment.state() != State.PAID)
            parts.add(element("p", page.texts.of("receipt." + (isUndecided() ? "unconfirmed" : "unpaid")))
                    .css("unpaid"));
        parts.add(notice.offline());
        parts.add(element("p").css("spoken").with("role", "status"));
        parts.add(element("section").add(page.orderHeading(), new Rows(page).list(), new Sums(page).list()));
        if (payment.state() == State.PAID) parts.addAll(taxes());
        parts.add(facts());
        if (payment.invoice().footer() != null)
            parts.add(element("p", payment.invoice().footer()).css("remark").with("dir", "auto"));
        if (view.proof() != null) parts.add(proof(view.proof()));
        parts.add(ways());
        return parts;
    }

    /** A reader can check it without a network: docs/events.md. */
    private Element proof(String jws) {
        String title = page.texts.of("proof");
        return element("figure").css("proof").add(QrCode.drawn(jws, title), element("figcaption", title));
    }

    private boolean isUndecided() {
        return switch (standing) {
            case CONFIRMING, CANCELING, IN_REVIEW -> true;
            default -> false;
        };
    }

    private List<Element> taxes() {
        List<Tax> taxes = Tax.of(payment.invoice());
        return taxes.isEmpty() ? List.of() : List.of(new TaxTable(page, taxes).table());
    }

    private Element facts() {
        Element facts = element("dl").css("facts");
        if (payment.state() == State.PAID) seller(facts);
        fact(facts, "order.number", payment.invoice().orderId());
        fact(facts, "reference.payment", payment.ersReference());
        fact(facts, "reference.invoice", payment.reference());
        Instant paidAt = payment.paidAt();
        boolean isPaid = paidAt != null;
        facts.add(element("div")
                .add(
                        element("dt", page.texts.of(isPaid ? "paid.at" : "date")),
                        element("dd").add(page.time(paidAt != null ? paidAt : payment.createdAt()))));
        if (isPaid) fact(facts, "paid.with", "SEQR");
        return facts;
    }

    private void seller(Element facts) {
        Seller seller = page.view.shop().seller();
        fact(facts, "seller", page.view.shop().legalName());
        fact(facts, "organisation.number", seller.organisationNumber());
        fact(facts, "vat.number", seller.vatNumber());
    }

    private void fact(Element facts, String name, @Nullable String value) {
        if (value != null)
            facts.add(element("div")
                    .add(element("dt", page.texts.of(name)), element("dd").add(element("bdi", value))));
    }

    private Element ways() {
        Element ways = new Exits(page).ways();
        if (payment.state() == State.PAID) ways.add(print());
        if (standing == PageState.CONFIRMING) ways.add(link(view.page(view.language()), page.texts.of("payment.open")));
        return ways;
    }

    /** The script shows it. */
    private Element print() {
        return element("button", page.texts.of("print"))
                .css("button plain")
                .with("type", "button")
                .with("data-print", "")
                .hiddenIf(true);
    }
}
