package dev.seqrpay.web;

import static dev.seqrpay.web.Element.element;
import static dev.seqrpay.web.Page.link;

import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Reason;
import dev.seqrpay.payment.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ways back to the shop. A paid payment leads to the returnURL, a cancelled one to the cancelURL, and every other one to
 * the backURL, as does one whose shop has not given the address. The returnURL and the cancelURL get the payment's id in their
 * query, and nothing of the outcome. The page goes there by itself after a while; the shopper can stop it (WCAG 2.2, 2.2.1
 * and 3.2.5).
 */
final class Exits {
    /** The name under which the shop gets the payment's id. */
    private static final String PARAMETER = "paymentId";

    /** A page that is opened again after this time stays. */
    private static final Duration NEWS = Duration.ofMinutes(5);

    private final Page page;
    private final Payment payment;
    private final Invoice invoice;

    Exits(Page page) {
        this.page = page;
        this.payment = page.view.payment();
        this.invoice = payment.invoice();
    }

    /** One link for each address that the payment may lead to, and a way to stay. The page shows the link that applies. */
    Element ways() {
        Element ways = element("div").css("ways");
        to(State.PAID).ifPresent(ways::add);
        to(State.CANCELED).ifPresent(ways::add);
        back().ifPresent(ways::add);
        leaving().forEach(ways::add);
        return ways;
    }

    /** Tells the script of a page that shows an end from the beginning whether it is a new one. */
    void describe(Element main) {
        if (isNews() && !page.isLive()) main.with("data-news", payment.state() + "/" + payment.reason());
    }

    private Optional<Element> to(State end) {
        return address(end).map(shop -> link(WebAddress.with(shop, PARAMETER, payment.id()), page.texts.of("shop.back"))
                .css("button back")
                .with("target", "_top")
                .with("data-while", words(meaning(end)))
                .hiddenIf(!meaning(end).contains(payment.state())));
    }

    /** Once the money is reserved, the shopper has done all that there is to do. */
    private static List<State> meaning(State end) {
        return end == State.PAID ? List.of(State.PAID, State.RESERVED, State.CAPTURING) : List.of(end);
    }

    private static String words(List<State> states) {
        return states.stream().map(State::name).collect(Collectors.joining(" "));
    }

    private Optional<Element> back() {
        List<State> others = new ArrayList<>(List.of(State.values()));
        for (State end : new State[] {State.PAID, State.CANCELED})
            if (address(end).isPresent()) others.removeAll(meaning(end));
        return WebAddress.page(invoice.backUrl()).map(shop -> link(shop, page.texts.of("shop.back"))
                .css("button back")
                .with("data-while", words(others))
                .hiddenIf(!others.contains(payment.state())));
    }

    private Optional<String> address(State end) {
        return switch (end) {
            case PAID -> WebAddress.page(invoice.returnUrl());
            case CANCELED -> WebAddress.page(invoice.cancelUrl());
            default -> Optional.empty();
        };
    }

    private boolean isNews() {
        Instant end = payment.state() == State.PAID ? payment.paidAt() : payment.changedAt();
        return end != null && end.plus(NEWS).isAfter(page.view.now());
    }

    /** A payment that is paid while its page is open has its receipt first. */
    private boolean mayShow(State end) {
        return meaning(end).contains(payment.state()) || end == State.CANCELED && page.isLive();
    }

    /** The script shows it; without a script the shopper has the link alone. After a payment that ran out or failed, the shopper chooses. */
    private Stream<Element> leaving() {
        return Stream.of(State.PAID, State.CANCELED)
                .filter(end -> address(end).isPresent() && mayShow(end))
                .map(end -> element("p", page.texts.of("leave.text") + " ")
                        .css("leaving")
                        .with(
                                "data-leave",
                                end == State.PAID ? words(meaning(end)) : "CANCELED/" + Reason.CANCELED_BY_PAYER)
                        .hiddenIf(true)
                        .add(
                                element("span").with("role", "timer").with("data-leave-in", ""),
                                element("button", page.texts.of("leave.stay"))
                                        .css("button plain")
                                        .with("type", "button")
                                        .with("data-stay", "")));
    }
}
