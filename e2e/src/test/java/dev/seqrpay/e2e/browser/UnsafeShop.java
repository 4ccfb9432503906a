package dev.seqrpay.e2e.browser;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seqrpay.local.demo.shop.ShopPayment;
import dev.seqrpay.local.stack.Stack;
import dev.seqrpay.merchant.ApiKey;
import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.merchant.Brand;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.merchant.Merchants;
import dev.seqrpay.merchant.Seller;
import dev.seqrpay.wiring.Wiring;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/** A webshop that writes the same words in each field that takes words, its own name included. */
final class UnsafeShop {
    private final BrowserWorld world;
    private final String id;
    private final Merchants merchants;
    private final ApiKey.Text key;

    UnsafeShop(BrowserWorld world, String id) {
        this.world = world;
        this.id = id;
        this.merchants = new Wiring(world.runner().stack().environment("Checkout"), line -> {}).merchants();
        this.key = ApiKey.Text.issue(Stack.KEY_ENVIRONMENT, id, 1, new byte[32]);
        merchants.put(key.stored(EnumSet.allOf(Scope.class)));
    }

    ShopPayment checkout(String words) {
        String shop = world.runner().shopUrl();
        Seller seller = new Seller(cut(words, 200), null, null, ZoneOffset.UTC);
        merchants.put(new Merchant(id, words, List.of(shop), Brand.NONE, seller));
        Map<String, Object> amount = Map.of("currency", "SEK", "value", "10.00");
        Map<String, Object> row = Map.of(
                "itemDescription",
                words,
                "itemQuantity",
                "1",
                "itemTotalAmount",
                amount,
                "itemUnit",
                cut(words, 32),
                "itemSKU",
                cut(words, 64));
        String page = shop + "/orders?q=" + encode(words, UTF_8) + "#" + encode(words, UTF_8);
        Map<String, Object> order = new HashMap<>(Map.of(
                "orderId", cut(words, 64),
                "openPayment", "alongside",
                "title", cut(words, 100),
                "footer", words,
                "cashierId", cut(words, 64),
                "totalAmount", amount,
                "invoiceRows", List.of(row)));
        for (String way : List.of("backURL", "returnURL", "cancelURL")) order.put(way, page);
        return new ShopPayment(world.api(key.reveal(), "POST", "/checkout", JSON.std.asString(order)));
    }

    /** Once it has been looked at: an open payment is watched for a quarter of an hour. */
    void cancel(ShopPayment payment) {
        world.api(key.reveal(), "POST", "/payments/" + payment.id() + "/cancel", "");
    }

    private static String cut(String words, int length) {
        return words.length() > length ? words.substring(0, length) : words;
    }
}
