package dev.seqrpay.local.demo.shop;

import static dev.seqrpay.loopback.Html.escape;
import static java.util.stream.Collectors.joining;

/** Where the shopper comes back to. Coming back says nothing about the outcome, so the page says what the API says. */
final class OrderPage {
    private static final String CONTENT = """
            <section class="card order">
            <p class="badge %1$s">%1$s</p>
            <h1>%2$s</h1>
            <p>%3$s</p>
            <table>
            <tbody>%4$s</tbody>
            <tfoot><tr><th colspan="2">Total</th><td>%5$s</td></tr></tfoot>
            </table>
            <p class="links">%6$s</p>
            </section>
            """;

    private OrderPage() {}

    static String html(Order order, ShopPayment payment) {
        String content = CONTENT.formatted(
                escape(payment.status()),
                headline(payment.status()),
                "Order " + escape(order.id()),
                order.products().stream().map(product -> row(order, product)).collect(joining()),
                Kronor.text(order.total()),
                links(payment));
        return Layout.page("Order " + order.id(), content);
    }

    private static String headline(String status) {
        return switch (status) {
            case "PAID" -> "Thank you!";
            case "CANCELED" -> "The payment was cancelled";
            case "FAILED" -> "The payment failed";
            default -> "Not paid yet";
        };
    }

    private static String row(Order order, Product product) {
        return "<tr><td>%d ×</td><td>%s</td><td>%s</td></tr>"
                .formatted(
                        order.quantity(product),
                        escape(product.name()),
                        Kronor.text(product.times(order.quantity(product))));
    }

    private static String links(ShopPayment payment) {
        String page = payment.status().equals("PAID")
                ? link(payment.link("receipt"), "Receipt")
                : payment.status().equals("ISSUED") ? link(payment.link("view"), "To the payment page") : "";
        return page + link("/orders", "All orders") + link("/timeline#" + payment.id(), "Timeline of this payment");
    }

    static String link(String to, String text) {
        return "<a href=\"%s\">%s</a>".formatted(escape(to), text);
    }
}
