package dev.seqrpay.local;

import dev.seqrpay.local.stack.LocalKeys;
import dev.seqrpay.local.stack.Stack;
import dev.seqrpay.merchant.ApiKey;
import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.merchant.Brand;
import dev.seqrpay.merchant.Logo;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.merchant.Merchants;
import dev.seqrpay.merchant.Seller;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;

/** The demo shop as a customer of the payment API. Its secret key is kept, so that it is the same at the next start. */
final class DemoMerchant {
    private static final String ID = "demoshop";

    /** A number that belongs to no one: no issued number begins with 999999. */
    private static final Seller SELLER =
            new Seller("Nordlys Kaffe AB", "999999-9999", "SE999999999901", ZoneId.of("Europe/Stockholm"));

    private final ApiKey.Text key;

    DemoMerchant(LocalKeys keys) {
        key = ApiKey.Text.parse(keys.get("demoShopKey", () -> newKey().reveal()))
                .orElseThrow();
    }

    String secretKey() {
        return key.reveal();
    }

    /** Writing it again changes nothing but the origins, which follow the ports. */
    void register(Merchants merchants, List<String> origins) {
        merchants.put(new Merchant(ID, "Nordlys", origins, new Brand("#1f3d36", logo()), SELLER));
        merchants.put(key.stored(EnumSet.allOf(Scope.class)));
    }

    private static Logo logo() {
        try (InputStream png = DemoMerchant.class.getResourceAsStream("demo/static/logo.png")) {
            return new Logo(png.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ApiKey.Text newKey() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return ApiKey.Text.issue(Stack.KEY_ENVIRONMENT, ID, 1, random);
    }
}
