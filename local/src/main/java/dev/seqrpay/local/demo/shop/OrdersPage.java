package dev.seqrpay.local.demo.shop;

import static dev.seqrpay.loopback.Html.escape;
import static java.util.stream.Collectors.joining;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

/** The shop's back office: each order as its payment stands, with what can be done about it. */
final class OrdersPage {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final String CONTENT = """
            <section class="card">
            <h1>Orders</h1>
            %s
            <table class="orders">
            <thead><tr><th>Order</th><th>When</th><th>Total</th><th>ShopPayment</th><th></th></tr></thead>
            <tbody>%s</tbody>
            </table>
            </section>
            """;
    private static final String ROW = """
            <tr><td><a href="/orders/%1$s">%1$s</a></td><td>%2$s</td><td>%3$s</td>
            <td><span class="badge %4$s">%4$s</span>%5$s</td><td class="actions">%6$s</td></tr>
            """;
    private static final String CANCEL =
            "<form method=\"post\" action=\"/orders/%s/cancel\"><button>Cancel</button></form>";
    /** The hidden key makes a form that is sent twice one refund. */
    private static final String REFUND = """
            <form method="post" action="/orders/%s/refunds">
            <input type="hidden" name="key" value="%s">
            <input name="amount" value="%s" size="7" inputmode="decimal" aria-label="Amount to refund">
            <button>Refund</button></form>
            """;

    private OrdersPage() {}

    static String html(List<OrderLine> lines, String complaint) {
        String notice = complaint.isEmpty() ? "" : "<p class=\"complaint\">" + escape(complaint) + "</p>";
        String rows = lines.isEmpty()
                ? "<tr><td colspan=\"5\">None yet.</td></tr>"
                : lines.stream().map(OrdersPage::row).collect(joining());
        return Layout.page("Orders", CONTENT.formatted(notice, rows));
    }

    private static String row(OrderLine line) {
        Order order = line.order();
        String status = line.payment().map(ShopPayment::status).orElse("UNKNOWN");
        return ROW.formatted(
                order.id(),
                TIME.format(order.at()),
                Kronor.text(order.total()),
                escape(status),
                line.payment().map(OrdersPage::refunded).orElse(""),
                line.payment().map(payment -> actions(order, payment)).orElse(""));
    }

    private static String refunded(ShopPayment payment) {
        return payment.refunded() == 0 ? "" : " <small>refunded " + Kronor.text(payment.refunded()) + "</small>";
    }

    private static String actions(Order order, ShopPayment payment) {
        String timeline = OrderPage.link("/timeline#" + payment.id(), "Timeline");
        return switch (payment.status()) {
            case "ISSUED" ->
                OrderPage.link(payment.link("view"), "Payment page") + CANCEL.formatted(order.id()) + timeline;
            case "PAID" -> OrderPage.link(payment.link("receipt"), "Receipt") + refund(order, payment) + timeline;
            default -> timeline;
        };
    }

    private static String refund(Order order, ShopPayment payment) {
        long left = order.total() - payment.refunded();
        return left > 0 ? REFUND.formatted(order.id(), UUID.randomUUID(), Kronor.decimal(left)) : "";
    }
}
