package dev.seqrpay.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.local.demo.shop.ShopPayment;
import dev.seqrpay.simulator.fault.Fault;
import dev.seqrpay.simulator.fault.FaultKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What shoppers go through on the hosted payment page and on the receipt page. */
@BrowserTest
class HostedPageTest {
    private static final String STILL_ISSUED = ">ISSUED<";

    private final BrowserWorld world;

    HostedPageTest(BrowserWorld world) {
        this.world = world;
    }

    @Scenario
    void buysInTheShopAndPaysOnThePhone(Shoppers shopper) {
        try (Tab tab = world.open(shopper.device)) {
            tab.open(world.runner().shopUrl());
            tab.press(".pay");
            tab.awaitShown(shopper.device.isPhone() ? "a.open[href^=seqr]" : "figure svg");
            if (shopper.device.isPhone()) tab.press(".start details summary");
            tab.await("all('figure svg path')[0].getBoundingClientRect().width > 0");
            String id = tab.address().replaceAll("^.*/pay/([^/]+)/.*$", "$1");

            payByHand((String) world.api("GET", "/payments/" + id, "").get("qrCode"));

            tab.awaitShown(".paid");
            tab.await("location.pathname.startsWith('/orders/')");
            tab.awaitText("Thank you!");
            assertThat(tab.address()).endsWith("?paymentId=" + id);
            assertThat(tab.complaints().list()).isEmpty();
        }
    }

    /** With the simulator's phone, as a person does. */
    private void payByHand(String link) {
        String phone = world.runner().simulator().orElseThrow().url() + "/phone?ref=" + link.replaceAll("\\D", "");
        try (Tab app = world.open(Device.ANDROID)) {
            app.open(phone);
            for (String digit : BrowserWorld.PIN.split("")) app.press("#key-" + digit);
            app.press("#confirm");
            app.awaitText("Paid");
        }
    }

    /** The shop has changed the order meanwhile. */
    @Scenario
    void seesTheNewTotal(Shoppers shopper) {
        ShopPayment payment = world.buy(Map.of());
        try (Tab tab = waiting(payment, shopper.device)) {
            tab.awaitText("149.00");
            world.api("PATCH", "/payments/" + payment.id(), """
                    {"totalAmount":{"currency":"SEK","value":"99.00"},"invoiceRows":[
                     {"itemQuantity":"1","itemTotalAmount":{"currency":"SEK","value":"99.00"}}]}
                    """);
            tab.awaitText("99.00");
            world.pay(payment);
            tab.awaitShown(".paid");
            assertThat(tab.complaints().list()).isEmpty();
        }
    }

    @Scenario
    void cancelsOnThePhone(Shoppers shopper) {
        ShopPayment payment = world.buy();
        try (Tab tab = waiting(payment, shopper.device)) {
            world.phone().cancel(payment.qrCode());

            tab.awaitShown(".canceled-by-payer");
            assertThat(tab.shows(".start")).isFalse();
            assertThat(tab.complaints().list()).isEmpty();
        }
    }

    @Scenario
    void cancelsByTheButton(Shoppers shopper) {
        try (Tab tab = waiting(world.buy(), shopper.device)) {
            tab.press("[data-ask]");
            tab.press("[data-keep]");
            assertThat(tab.shows("[data-cancel]")).isFalse();
            assertThat(tab.shows(".waiting")).isTrue();
            tab.press("[data-ask]");
            tab.press("[data-cancel] button");

            tab.awaitText("No money was taken");
            assertThat(tab.shows(".start")).isFalse();
        }
    }

    @Scenario
    void isToldThatTheCancelIsUnderWay(Shoppers shopper) {
        ShopPayment payment = world.buy();
        try (Tab tab = waiting(payment, shopper.device)) {
            world.faults()
                    .arm(Fault.of(FaultKind.SLOW)
                            .millis(3000)
                            .on("cancelInvoice")
                            .onlyFor(BrowserWorld.reference(payment)));
            tab.press("[data-ask]");
            tab.press("[data-cancel] button");

            tab.awaitText("Cancelling…");
            tab.awaitText("No money was taken");
        }
    }

    @Scenario
    void cancelsWithoutAScript(Shoppers shopper) {
        ShopPayment payment = world.buy();
        try (Tab tab = world.open(shopper.device)) {
            tab.disguise().withoutScripts();
            tab.open(payment.link("view") + "?lang=sv");
            tab.press("[data-ask]");
            tab.press("[data-keep]");
            tab.press("[data-ask]");
            tab.press("[data-cancel] button");

            tab.awaitText("Inga pengar har dragits");
            assertThat(tab.address()).isEqualTo(payment.link("view") + "?lang=sv");
        }
    }

    /** Neither is a shopper who has been told so sent away, nor one who comes back. */
    @Scenario
    void goesBackToTheShopByItselfUnlessToldToStay(Shoppers shopper) {
        ShopPayment payment = buyReturning();
        try (Tab tab = waiting(payment, shopper.device)) {
            world.pay(payment);
            tab.awaitText("Back to the shop in");
            tab.press("[data-stay]");
            assertThat(tab.shows(".leaving")).isFalse();
            tab.open(payment.link("receipt"));
            tab.awaitText("Back to the shop in 10 seconds");

            tab.await("location.pathname === '/orders'");
            assertThat(tab.address()).endsWith("/orders?order=1&paymentId=" + payment.id() + "#end");
            tab.back();
            tab.awaitShown(".paid");
            assertThat(tab.shows(".leaving")).isFalse();
        }
    }

    @Scenario
    void goesBackToTheShopsCartAfterACancel(Shoppers shopper) {
        ShopPayment payment = buyReturning();
        try (Tab tab = waiting(payment, shopper.device)) {
            world.phone().cancel(payment.qrCode());

            tab.awaitShown(".canceled-by-payer");
            tab.awaitText("Back to the shop in");
            tab.await("location.pathname === '/'");
            assertThat(tab.address()).endsWith("/?paymentId=" + payment.id());
        }
    }

    private ShopPayment buyReturning() {
        String shop = world.runner().shopUrl();
        return world.buy(Map.of("returnURL", shop + "/orders?order=1#end", "cancelURL", shop + "/"));
    }

    /** Case 46: the app that shows the page opens no other app. */
    @Test
    void saysHowToGoOnInsideOfAnotherApp() {
        ShopPayment payment = world.buy();
        try (Tab tab = world.open(Device.INSTAGRAM).open(payment.link("view"))) {
            tab.awaitText("Open this page in your browser");
            assertThat(tab.run("shown('.help textarea').map((each) => each.value)"))
                    .isEqualTo(List.of(payment.link("view")));
            tab.press(".help [data-copy]");
            tab.awaitText("Copied");
            assertThat(tab.complaints().list()).isEmpty();
        }
    }

    /** A browser does not say that there was nothing to open: the page is still to be seen, and that is all. */
    @Test
    void saysWhatHelpsWhenTheAppDoesNotOpen() {
        try (Tab tab = waiting(world.buy(), Device.ANDROID)) {
            assertThat(tab.shows(".help")).isFalse();
            tab.press("a.open");

            tab.awaitText("Did the SEQR app not open?");
        }
    }

    @Scenario
    void seesThatTheShopHasCancelled(Shoppers shopper) {
        ShopPayment payment = world.buy();
        try (Tab tab = waiting(payment, shopper.device)) {
            world.cancelInShop(payment);

            tab.awaitShown(".canceled-by-shop");
        }
    }

    @Scenario
    void seesThatSeqrDeclines(Shoppers shopper) {
        ShopPayment payment = world.buy();
        try (Tab tab = waiting(payment, shopper.device)) {
            world.faults()
                    .arm(Fault.replace(STILL_ISSUED, ">FAILED<")
                            .on("getPaymentStatus")
                            .onlyFor(BrowserWorld.reference(payment))
                            .times(0));

            tab.awaitShown(".failed");
        }
    }

    @Scenario
    void seesThatTheTimeRunsOut(Shoppers shopper) {
        ShopPayment payment = world.buy();
        try (Tab tab = waiting(payment, shopper.device)) {
            world.expire(payment, Instant.now().plusSeconds(6));

            tab.awaitShown(".expired");
        }
    }

    @Scenario
    void seesThatItIsPaidAlthoughTheNotificationIsLost(Shoppers shopper) {
        ShopPayment payment = world.buy();
        world.faults().arm(Fault.of(FaultKind.LOSE_NOTIFICATION).onlyFor(BrowserWorld.reference(payment)));
        try (Tab tab = waiting(payment, shopper.device)) {
            world.pay(payment);

            tab.awaitShown(".paid");
        }
    }

    @Scenario
    void survivesAConnectionThatIsCut(Shoppers shopper) {
        ShopPayment payment = world.buy();
        try (Tab tab = world.open(shopper.device)) {
            tab.disguise().withoutSockets();
            tab.open(payment.link("view"));
            tab.traffic().cut("/status");
            tab.awaitShown(".offline");
            world.pay(payment);
            tab.traffic().mend();

            tab.awaitShown(".paid");
            assertThat(tab.shows(".offline")).isFalse();
        }
    }

    @Scenario
    void comesBackFromATunnel(Shoppers shopper) {
        ShopPayment payment = world.buy();
        try (Tab tab = waiting(payment, shopper.device)) {
            tab.disguise().offline(true);
            tab.awaitShown(".offline");
            world.pay(payment);
            tab.disguise().offline(false);

            tab.awaitShown(".paid");
            assertThat(tab.shows(".offline")).isFalse();
        }
    }

    @Scenario
    void isTheSameAfterAReload(Shoppers shopper) {
        ShopPayment payment = world.buy();
        try (Tab tab = waiting(payment, shopper.device)) {
            tab.reload();
            tab.awaitShown(".waiting");
            world.pay(payment);
            tab.awaitShown(".paid");
            tab.reload();

            tab.awaitShown(".paid");
        }
    }

    @Scenario
    void followsThePaymentWhenTheShopperHasGoneBack(Shoppers shopper) {
        ShopPayment payment = world.buy();
        try (Tab tab = waiting(payment, shopper.device)) {
            tab.press(".ways a:not(.back)");
            tab.awaitShown(".confirming");
            tab.back();
            tab.awaitShown(".waiting");
            world.pay(payment);

            tab.awaitShown(".paid");
        }
    }

    @Scenario
    void leadsBackToTheShopAndNotToThePaidPage(Shoppers shopper) {
        try (Tab tab = world.open(shopper.device)) {
            tab.open(world.runner().shopUrl());
            ShopPayment payment = world.buy();
            tab.open(payment.link("view"));
            world.pay(payment);
            tab.await("location.pathname.endsWith('/receipt')");
            tab.back();

            tab.awaitText("Your cart");
        }
    }

    @Scenario
    void isFollowedInEveryTab(Shoppers shopper) {
        ShopPayment payment = world.buy();
        try (Tab one = waiting(payment, shopper.device)) {
            Tab other = one.another(shopper.device).open(payment.link("view"));
            one.hide();
            one.await("document.hidden");
            world.pay(payment);

            other.awaitShown(".paid");
            one.show();
            one.awaitShown(".paid");
        }
    }

    /** The app opens the backURL in a browser that has never seen the payment page. */
    @Scenario
    void comesBackFromTheAppToAReceipt(Shoppers shopper) {
        ShopPayment payment = world.buy();
        try (Tab tab = world.open(shopper.device).open(payment.link("receipt"))) {
            tab.awaitShown(".confirming");
            world.pay(payment);

            tab.awaitShown(".paid");
            tab.awaitText("SEQR reference");
            assertThat(tab.shows("[data-print]")).isTrue();
        }
    }

    @Scenario
    void needsNoScript(Shoppers shopper) {
        ShopPayment payment = world.buy();
        try (Tab tab = world.open(shopper.device)) {
            tab.disguise().withoutScripts();
            tab.open(payment.link("view"));
            tab.awaitShown(".waiting");
            assertThat(tab.shows("[data-cancel], [data-copy], .leaving")).isFalse();
            world.pay(payment);

            tab.awaitShown(".paid");
            tab.press(".ways a:not(.back)");
            tab.awaitText("SEQR reference");
        }
    }

    @Test
    void offersNoAppToADesktop() {
        try (Tab tab = waiting(world.buy(), Device.DESKTOP)) {
            assertThat(tab.shows("a.open")).isFalse();
        }
    }

    private Tab waiting(ShopPayment payment, Device device) {
        Tab tab = world.open(device).open(payment.link("view"));
        tab.awaitShown(".waiting");
        return tab;
    }
}
