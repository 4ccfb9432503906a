package dev.seqrpay.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.local.shop.Payment;
import dev.seqrpay.local.simulator.Fault;
import dev.seqrpay.local.simulator.FaultKind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What shoppers go through on the hosted payment page and on the receipt page. */
@BrowserTest
class HostedPageTest {
    private static final String STILL_ISSUED = ">ISSUED<";

    private final World world;

    HostedPageTest(World world) {
        this.world = world;
    }

    @Scenario
    void buysInTheShopAndPaysOnThePhone(Shoppers shopper) {
        try (Tab tab = world.open(shopper.device)) {
            tab.open(world.runner().shopUrl());
            tab.press(".pay");
            tab.awaitShown(shopper.device.isPhone() ? "a.open[href^=seqr]" : "figure svg");
            assertThat(tab.run("all('figure svg path')[0].getBoundingClientRect().width > 0"))
                    .isEqualTo(true);

            payByHand((String) tab.run("all('a.open')[0].href"));

            tab.awaitShown(".paid");
            tab.await("location.pathname.endsWith('/receipt')");
            tab.awaitText("SEQR reference");
            tab.press("a.back");
            tab.awaitText("Thank you!");
            assertThat(tab.complaints().list()).isEmpty();
        }
    }

    /** With the simulator's phone, as a person does. */
    private void payByHand(String link) {
        String phone = world.runner().simulator().orElseThrow().url() + "/phone?ref=" + link.replaceAll("\\D", "");
        try (Tab app = world.open(Device.ANDROID)) {
            app.open(phone);
            for (String digit : World.PIN.split("")) app.press("#key-" + digit);
            app.press("#confirm");
            app.awaitText("Paid");
        }
    }

    @Scenario
    void cancelsOnThePhone(Shoppers shopper) {
        Payment payment = world.buy();
        try (Tab tab = waiting(payment, shopper.device)) {
            world.phone().cancel(payment.qrCode());

            tab.awaitShown(".canceled-by-payer");
            assertThat(tab.shows(".code")).isFalse();
            assertThat(tab.complaints().list()).isEmpty();
        }
    }

    @Scenario
    void cancelsByTheButton(Shoppers shopper) {
        try (Tab tab = waiting(world.buy(), shopper.device)) {
            tab.press("[data-cancel]");

            tab.awaitText("No money was taken");
            assertThat(tab.shows(".code")).isFalse();
        }
    }

    @Scenario
    void seesThatTheShopHasCancelled(Shoppers shopper) {
        Payment payment = world.buy();
        try (Tab tab = waiting(payment, shopper.device)) {
            world.cancelInShop(payment);

            tab.awaitShown(".canceled-by-shop");
        }
    }

    @Scenario
    void seesThatSeqrDeclines(Shoppers shopper) {
        Payment payment = world.buy();
        try (Tab tab = waiting(payment, shopper.device)) {
            world.faults()
                    .arm(Fault.replace(STILL_ISSUED, ">FAILED<")
                            .on("getPaymentStatus")
                            .onlyFor(World.reference(payment))
                            .times(0));

            tab.awaitShown(".failed");
        }
    }

    @Scenario
    void seesThatTheTimeRunsOut(Shoppers shopper) {
        Payment payment = world.buy();
        try (Tab tab = waiting(payment, shopper.device)) {
            world.expire(payment, Instant.now().plusSeconds(6));

            tab.awaitShown(".expired");
        }
    }

    @Scenario
    void seesThatItIsPaidAlthoughTheNotificationIsLost(Shoppers shopper) {
        Payment payment = world.buy();
        world.faults().arm(Fault.of(FaultKind.LOSE_NOTIFICATION).onlyFor(World.reference(payment)));
        try (Tab tab = waiting(payment, shopper.device)) {
            world.pay(payment);

            tab.awaitShown(".paid");
        }
    }

    @Scenario
    void survivesAConnectionThatIsCut(Shoppers shopper) {
        Payment payment = world.buy();
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
        Payment payment = world.buy();
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
        Payment payment = world.buy();
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
        Payment payment = world.buy();
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
            Payment payment = world.buy();
            tab.open(payment.link("view"));
            world.pay(payment);
            tab.await("location.pathname.endsWith('/receipt')");
            tab.back();

            tab.awaitText("Your cart");
        }
    }

    @Scenario
    void isFollowedInEveryTab(Shoppers shopper) {
        Payment payment = world.buy();
        try (Tab one = waiting(payment, shopper.device)) {
            Tab other = one.visitor().open(shopper.device).open(payment.link("view"));
            world.pay(payment);

            other.awaitShown(".paid");
            assertThat(one.run("document.hidden")).isEqualTo(true);
            one.show();
            one.awaitShown(".paid");
        }
    }

    /** The app opens the backURL in a browser that has never seen the payment page. */
    @Scenario
    void comesBackFromTheAppToAReceipt(Shoppers shopper) {
        Payment payment = world.buy();
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
        Payment payment = world.buy();
        try (Tab tab = world.open(shopper.device)) {
            tab.disguise().withoutScripts();
            tab.open(payment.link("view"));
            tab.awaitShown(".waiting");
            assertThat(tab.shows("[data-cancel]")).isFalse();
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

    private Tab waiting(Payment payment, Device device) {
        Tab tab = world.open(device).open(payment.link("view"));
        tab.awaitShown(".waiting");
        return tab;
    }
}
