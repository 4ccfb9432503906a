package dev.seqrpay.local.demo.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seqrpay.loopback.DeveloperPage;
import io.undertow.Handlers;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.form.FormData;
import io.undertow.server.handlers.form.FormEncodedDataDefinition;
import io.undertow.util.PathTemplateMatch;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The shop's pages and forms. */
public final class ShopSite {
    private static final int MOST_OF_A_PRODUCT = 9;

    private final DemoShop shop;

    public ShopSite(DemoShop shop) {
        this.shop = shop;
    }

    public HttpHandler handler() {
        return Handlers.routing()
                .get("/", exchange -> DeveloperPage.html(exchange, 200, ProductsPage.html("")))
                .get("/orders", exchange -> DeveloperPage.html(exchange, 200, OrdersPage.html(shop.list(), "")))
                .post("/orders", this::buy)
                .get("/orders/{id}", exchange -> withOrder(exchange, this::show))
                .get("/orders/{id}/renew", exchange -> withOrder(exchange, this::renew))
                .post("/orders/{id}/cancel", exchange -> withOrder(exchange, this::cancel))
                .post("/orders/{id}/refunds", exchange -> withOrder(exchange, this::refund))
                .setFallbackHandler(ShopSite::notFound);
    }

    private void buy(HttpServerExchange exchange) throws IOException {
        FormData form = form(exchange);
        Map<String, Integer> quantities = quantities(form);
        if (quantities.isEmpty()) {
            DeveloperPage.html(exchange, 400, ProductsPage.html("Your cart is empty."));
            return;
        }
        try {
            ShopPayment payment = shop.buy(cartId(form), quantities, "http://" + exchange.getHostAndPort());
            DeveloperPage.redirect(exchange, payment.link("view"));
        } catch (PaymentApiException e) {
            DeveloperPage.html(exchange, 502, ProductsPage.html(e.getMessage()));
        }
    }

    private void show(HttpServerExchange exchange, Order order) throws PaymentApiException {
        DeveloperPage.html(exchange, 200, OrderPage.html(order, shop.payment(order)));
    }

    private void cancel(HttpServerExchange exchange, Order order) throws PaymentApiException {
        shop.cancel(order);
        DeveloperPage.redirect(exchange, "/orders");
    }

    /** The payment page's way to a new QR code: a link, so that it works without a script. */
    private void renew(HttpServerExchange exchange, Order order) throws PaymentApiException {
        ShopPayment payment = shop.renew(order, "http://" + exchange.getHostAndPort());
        DeveloperPage.redirect(exchange, payment.link("view"));
    }

    private void refund(HttpServerExchange exchange, Order order) throws PaymentApiException, IOException {
        FormData form = form(exchange);
        Optional<Long> ore = ore(value(form, "amount"));
        if (ore.isEmpty()) throw new PaymentApiException("That is not an amount: " + value(form, "amount"));
        shop.refund(order, ore.get(), value(form, "key"));
        DeveloperPage.redirect(exchange, "/orders");
    }

    private interface OrderAction {
        void run(HttpServerExchange exchange, Order order) throws PaymentApiException, IOException;
    }

    private void withOrder(HttpServerExchange exchange, OrderAction action) throws IOException {
        Optional<Order> order = Optional.ofNullable(exchange.getAttachment(PathTemplateMatch.ATTACHMENT_KEY)
                        .getParameters()
                        .get("id"))
                .flatMap(shop::find);
        if (order.isEmpty()) {
            notFound(exchange);
            return;
        }
        try {
            action.run(exchange, order.get());
        } catch (PaymentApiException e) {
            DeveloperPage.html(exchange, 502, OrdersPage.html(shop.list(), e.getMessage()));
        }
    }

    private static void notFound(HttpServerExchange exchange) {
        DeveloperPage.html(
                exchange,
                404,
                Layout.page("Not found", "<section class=\"card\"><h1>There is no such page</h1></section>"));
    }

    private static FormData form(HttpServerExchange exchange) throws IOException {
        FormEncodedDataDefinition forms = new FormEncodedDataDefinition().setDefaultEncoding(UTF_8.name());
        try (var parser = forms.create(exchange)) {
            return parser == null ? new FormData(0) : parser.parseBlocking();
        }
    }

    private static String cartId(FormData form) {
        String id = value(form, "cart");
        return Order.isId(id) ? id : Order.newId();
    }

    private static Map<String, Integer> quantities(FormData form) {
        Map<String, Integer> quantities = new LinkedHashMap<>();
        for (Product product : Product.ALL) {
            String quantity = value(form, product.sku());
            if (quantity.matches("[1-" + MOST_OF_A_PRODUCT + "]"))
                quantities.put(product.sku(), Integer.parseInt(quantity));
        }
        return quantities;
    }

    private static Optional<Long> ore(String kronor) {
        String decimal = kronor.strip().replace(',', '.');
        return decimal.matches("[0-9]{1,7}(\\.[0-9]{1,2})?") ? Optional.of(Kronor.parse(decimal)) : Optional.empty();
    }

    private static String value(FormData form, String name) {
        return form.contains(name) ? form.getFirst(name).getValue() : "";
    }
}
