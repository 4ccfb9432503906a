package dev.seqrpay.cli;

import dev.seqrpay.local.stack.LocalKeys;
import dev.seqrpay.merchant.ApiKey;
import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.merchant.Merchants;
import java.util.EnumSet;
import java.util.List;

/** The webshop of {@code events/}: the payment id, the tokens and the key in those files were made with what is here. */
public final class EventsShop {
    public static final String MAC_KEY = "example-mac-key-0123456789abcdefghijklmnopq";
    public static final String SECRET_KEY = "sk_test_demoshop-1_" + "0123456789abcdef".repeat(4);

    private EventsShop() {}

    /** Before anything asks for the key. */
    public static void prepare(LocalKeys keys) {
        keys.get("TokenKey", () -> MAC_KEY);
    }

    public static void register(Merchants merchants) {
        merchants.put(new Merchant("demoshop", "Demo shop", List.of("https://shop.example")));
        merchants.put(ApiKey.Text.parse(SECRET_KEY).orElseThrow().stored(EnumSet.allOf(Scope.class)));
    }
}
