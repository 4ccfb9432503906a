package dev.seqrpay.simulation;

import dev.seqrpay.merchant.ApiKey;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.merchant.Merchants;
import dev.seqrpay.payment.Money;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Three webshops, each with a key of its own; reading them is a call like any other. */
final class Shops implements Merchants {
    static final List<String> IDS = List.of("shop0", "shop1", "shop2");

    private final Running running;

    Shops(Running running) {
        this.running = running;
    }

    static String secret(String shop) {
        return text(shop).reveal();
    }

    private static ApiKey.Text text(String shop) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) shop.hashCode());
        return ApiKey.Text.issue("test", shop, 1, secret);
    }

    static Map<String, Object> money(Customer customer, long minor) {
        Money money = new Money(customer.currency(), minor);
        return Map.of(
                "currency",
                money.currency().getCurrencyCode(),
                "value",
                money.decimal().toPlainString());
    }

    static Map<String, Object> order(Customer customer, long minor) {
        Map<String, Object> total = money(customer, minor);
        return Map.of(
                "openPayment",
                customer.plan.openPayment().name().toLowerCase(Locale.ROOT),
                "orderId",
                customer.orderId(),
                "title",
                customer.title(),
                "totalAmount",
                total,
                "invoiceRows",
                List.of(Map.of("itemDescription", "Thing", "itemQuantity", "1", "itemTotalAmount", total)));
    }

    @Override
    public Optional<Merchant> find(String merchantId) {
        return running.call(
                Call.Kind.READ, () -> IDS.contains(merchantId) ? Optional.of(merchant(merchantId)) : Optional.empty());
    }

    private static Merchant merchant(String id) {
        return new Merchant(id, "Shop " + id, List.of("https://" + id + ".example"));
    }

    @Override
    public Optional<ApiKey> key(String keyId) {
        String shop = ApiKey.merchantId(keyId);
        return running.call(
                Call.Kind.READ,
                () -> IDS.contains(shop)
                        ? Optional.of(text(shop).stored(EnumSet.allOf(ApiKey.Scope.class)))
                        : Optional.empty());
    }

    @Override
    public void put(Merchant merchant) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void put(ApiKey key) {
        throw new UnsupportedOperationException();
    }
}
