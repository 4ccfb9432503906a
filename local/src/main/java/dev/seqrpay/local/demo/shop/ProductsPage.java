package dev.seqrpay.local.demo.shop;

import static dev.seqrpay.loopback.Html.escape;
import static java.util.stream.Collectors.joining;

/** The products and the cart: one form, which works without a script. */
final class ProductsPage {
    private static final String CONTENT = """
            <form method="post" action="/orders" class="shop" id="cart">
            <input type="hidden" name="cart" value="%s">
            <section class="products">
            %s
            </section>
            <aside class="cart">
            <h2>Your cart</h2>
            <ul id="lines"></ul>
            <p class="sum"><span>Total</span> <strong id="total"></strong></p>
            %s
            <button class="pay">Pay with SEQR</button>
            <p class="hint">You will see a QR code to scan with the SEQR app, or with the
            phone of the simulator.</p>
            </aside>
            </form>
            """;
    private static final String PRODUCT = """
            <article class="product" data-name="%1$s" data-price="%2$d">
            <img src="/static/%3$s.svg" alt="" width="240" height="180">
            <h3>%1$s</h3>
            <p>%4$s</p>
            <div class="buy"><strong>%5$s</strong>
            <label>Quantity <input type="number" name="%3$s" min="0" max="9" value="%6$d"></label></div>
            </article>
            """;

    private ProductsPage() {}

    static String html() {
        return html("");
    }

    /** @param complaint why the order could not be placed */
    static String html(String complaint) {
        String products = Product.ALL.stream().map(ProductsPage::product).collect(joining());
        String notice = complaint.isEmpty() ? "" : "<p class=\"complaint\">" + escape(complaint) + "</p>";
        return Layout.page("Coffee at home", CONTENT.formatted(Order.newId(), products, notice));
    }

    private static String product(Product product) {
        return PRODUCT.formatted(
                escape(product.name()),
                product.price(),
                product.sku(),
                escape(product.description()),
                Kronor.text(product.price()),
                product.sku().equals("cup") ? 1 : 0);
    }
}
