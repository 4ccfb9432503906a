package dev.seqrpay.web;

import static dev.seqrpay.web.Element.element;

import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Refund;
import java.util.ArrayList;
import java.util.List;

/** The total of a payment, what was given back of it and when, and what is left. */
final class Sums {
    private final Page page;
    private final Payment payment;

    Sums(Page page) {
        this.page = page;
        this.payment = page.view.payment();
    }

    Element list() {
        List<Element> sums = new ArrayList<>(
                List.of(sum(element("dt", text("total")), payment.invoice().total())));
        page.view.refunds().stream()
                .filter(refund -> refund.state() == Refund.State.SETTLED)
                .map(this::refunded)
                .forEach(sums::add);
        if (sums.size() > 1)
            sums.add(sum(
                    element("dt", text("refunded.left")),
                    payment.invoice().total().minus(payment.refunded())));
        return element("dl").css("sums").add(sums);
    }

    private Element refunded(Refund refund) {
        Element name = element("dt", text("refunded") + " ").add(page.time(refund.createdAt()));
        return sum(name, refund.amount().zero().minus(refund.amount()));
    }

    private Element sum(Element name, Money amount) {
        return element("div")
                .add(name, element("dd", page.formats.money(amount)).css("amount"));
    }

    private String text(String key) {
        return page.texts.of(key);
    }
}
