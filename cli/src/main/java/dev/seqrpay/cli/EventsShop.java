package dev.seqrpay.cli;

import dev.seqrpay.link.PaymentLink;
import dev.seqrpay.local.stack.LocalKeys;
import dev.seqrpay.merchant.ApiKey;
import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.merchant.Merchants;
import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.Money;
import dev.seqrpay.wiring.Wiring;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;

/** The webshop of {@code events/}: the ids, the tokens and the key in those files were made with what is here. */
public final class EventsShop {
    public static final String MAC_KEY = "example-mac-key-0123456789abcdefghijklmnopq";
    public static final String SECRET_KEY = "sk_test_demoshop-1_" + "0123456789abcdef".repeat(4);

    private static final Instant MADE = Instant.parse("2026-11-22T12:00:00Z");
    private static final String LINK = PaymentLink.id(MADE, "abcdefghijklmnopqrstuvwxyz");

    private EventsShop() {}

    /** Before anything asks for the key. */
    public static void prepare(LocalKeys keys) {
        keys.get("TokenKey", () -> MAC_KEY);
    }

    public static void register(Wiring wiring) {
        Merchants merchants = wiring.merchants();
        merchants.put(new Merchant("demoshop", "Demo shop", List.of("https://shop.example")));
        merchants.put(ApiKey.Text.parse(SECRET_KEY).orElseThrow().stored(EnumSet.allOf(Scope.class)));
        wiring.paymentLinks().put(link());
    }

    private static PaymentLink link() {
        Money price = Money.of("SEK", "149");
        Invoice.Row cup =
                new Invoice.Row("Cup", BigDecimal.ONE, price, null, null, new BigDecimal("25"), null, null, null);
        Invoice invoice = new Invoice("1002", "Demo shop", List.of(cup), price, null, null, null, null, null);
        return new PaymentLink(LINK, "demoshop", invoice, null, null, MADE, false);
    }
}
