package dev.seqrpay.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.jr.ob.JSON;

/** What shoppers go through who get a payment link by mail, or scan a code that hangs on the wall. */
@BrowserTest
class LinkTest {
    private final BrowserWorld world;

    LinkTest(BrowserWorld world) {
        this.world = world;
    }

    private Map<String, Object> link(Map<String, Object> more) {
        Map<String, Object> amount = Map.of("currency", "SEK", "value", "149.00");
        Map<String, Object> row = Map.of("itemDescription", "Cup", "itemQuantity", "1", "itemTotalAmount", amount);
        Map<String, Object> order = new HashMap<>(more);
        order.put("orderId", "L-" + UUID.randomUUID().toString().substring(0, 8));
        order.put("totalAmount", amount);
        order.put("invoiceRows", List.of(row));
        return world.api("POST", "/links", JSON.std.asString(order));
    }

    @Scenario
    void opensALinkLooksAndPays(Shoppers shopper) {
        String url = link(Map.of()).get("url").toString();
        try (Tab tab = world.open(shopper.device)) {
            tab.open(url + "?lang=en");
            tab.awaitText("149.00");
            tab.press("form button");
            tab.await("location.pathname.startsWith('/pay/')");
            tab.awaitShown(".waiting");
            String id = tab.address().replaceAll("^.*/pay/([^/]+)/.*$", "$1");
            String code = world.api("GET", "/payments/" + id, "").get("qrCode").toString();

            world.phone().pay(code, BrowserWorld.PIN);

            tab.awaitShown(".paid");
            assertThat(tab.complaints().list()).isEmpty();
            // the mail is opened once more
            tab.open(url + "?lang=en");
            tab.await("location.pathname.startsWith('/pay/')");
            tab.awaitShown(".paid");
        }
    }

    @Scenario
    void comesTooLate(Shoppers shopper) {
        Map<String, Object> link = link(Map.of("maxUses", 2));
        world.api("PATCH", "/links/" + link.get("id"), "{\"enabled\":false}");
        try (Tab tab = world.open(shopper.device)) {
            tab.open(link.get("url") + "?lang=en");
            tab.awaitText("This link is no longer open");
            assertThat(tab.shows("form")).isFalse();
            assertThat(tab.complaints().list()).isEmpty();
        }
    }

    /** With the SEQR app, and without any page of ours. */
    @Scenario
    void scansAPrintedCode(Shoppers shopper) {
        Map<String, Object> link = link(Map.of("reusable", true));
        String code = link.get("createPurchaseURL") + "?purchaseToken=" + link.get("purchaseToken");
        String phone = world.runner().simulator().orElseThrow().url() + "/phone";
        try (Tab app = world.open(shopper.device)) {
            app.open(phone);
            app.awaitShown("#code");
            app.run("document.getElementById('code').value = '%s'; return 0;".formatted(code));
            app.press("form .main");
            app.awaitText("149.00");
            for (String digit : BrowserWorld.PIN.split("")) app.press("#key-" + digit);
            app.press("#confirm");
            app.awaitText("Paid");
        }
    }
}
