package dev.seqrpay.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.e2e.gallery.ShopWindow;
import dev.seqrpay.local.demo.shop.ShopPayment;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The payment view in the shop's own page, in every way that a shop can put it there. */
@BrowserTest
class ShopsPageTest {
    /** What the shop's page hears. */
    private static final String LISTENER = """
            window.heard = [];
            window.shop = { paid: ({ status }) => heard.push(`shop.paid ${status}`), changed: ({ status }) => heard.push(`changed ${status}`) };
            addEventListener('seqr-status', ({ detail }) => heard.push(`event ${detail.status}`));
            """;

    private final BrowserWorld world;
    private final ShopWindow window;

    ShopsPageTest(BrowserWorld world) {
        this.world = world;
        this.window = world.window();
    }

    /** Forms of the tag, the historic ones among them, and what a shop's bundle does. */
    enum Form {
        VIEW {
            @Override
            String body(ShopWindow window, ShopPayment payment) {
                return window.tag(Map.of("view", payment.link("view"), "paidCallback", "shop.paid"));
            }
        },
        BARE_ADDRESS {
            @Override
            String body(ShopWindow window, ShopPayment payment) {
                String view = payment.link("view").replace(":", "%3A").replace("/", "%2F");
                return window.tag(Map.of())
                        .replace("#!", "#!" + view)
                        .replace("></", ">{\"paidCallback\":\"shop.paid\"}</");
            }
        },
        JSON_IN_THE_BODY {
            @Override
            String body(ShopWindow window, ShopPayment payment) {
                return window.tag(
                        Map.of("viewId", viewId(payment)), "{\"layout\":\"small\",\"paidCallback\":\"shop.paid\"}");
            }
        },
        HISTORIC_INVOICE_ID {
            @Override
            String body(ShopWindow window, ShopPayment payment) {
                return window.tag(Map.of(
                        "invoiceId",
                        viewId(payment),
                        "layout",
                        "standard",
                        "language",
                        "en",
                        "successCallback",
                        "shop.paid"));
            }
        },
        HISTORIC_INVOICE_REFERENCE {
            @Override
            String body(ShopWindow window, ShopPayment payment) {
                return window.tag(Map.of("invoiceReference", viewId(payment), "paidCallback", "shop.paid"));
            }
        },
        HISTORIC_STATUS_URL {
            @Override
            String body(ShopWindow window, ShopPayment payment) {
                return window.tag(Map.of(
                        "invoiceQRCode", payment.qrCode(),
                        "statusURL", payment.link("status"),
                        "statusCallback", "shop.changed",
                        "paidCallback", "shop.paid",
                        "injectCSS", "true",
                        "pollFreq", "500"));
            }
        },
        ELEMENT {
            @Override
            String body(ShopWindow window, ShopPayment payment) {
                return moduleOf(window, "") + "<seqr-payment view=\"" + payment.link("view") + "\"></seqr-payment>";
            }
        },
        MODULE {
            @Override
            String body(ShopWindow window, ShopPayment payment) {
                return moduleOf(window, """
                        const element = new SeqrPayment();
                        element.options = { view: '%s', paidCallback: shop.paid };
                        document.body.append(element);
                        """.formatted(payment.link("view")));
            }
        };

        abstract String body(ShopWindow window, ShopPayment payment);

        boolean hasCallback() {
            return this != ELEMENT;
        }

        private static String viewId(ShopPayment payment) {
            return (String) payment.json().get("viewId");
        }

        private static String moduleOf(ShopWindow window, String rest) {
            String path = "/bundle-" + rest.hashCode() + ".js";
            window.script(path, "import { SeqrPayment } from '" + window.api() + "/assets/seqr.mjs';\n" + rest);
            return "<script type=\"module\" src=\"" + path + "\"></script>";
        }
    }

    @BeforeEach
    void listen() {
        window.script("/listen.js", LISTENER);
    }

    private String page(String body) {
        return window.page("<script src=\"/listen.js\"></script>", body);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @EnumSource
    void showsThePaymentAndFollowsItUntilItIsPaid(Form form) {
        for (Device device : new Device[] {Device.DESKTOP, Device.ANDROID}) {
            ShopPayment payment = world.buy();
            try (Tab tab = world.open(device).open(page(form.body(window, payment)))) {
                tab.awaitShown(device.isPhone() ? "a.open[href^=seqr]" : "svg.code");
                world.pay(payment);

                tab.awaitShown(".paid");
                tab.await("heard.includes('event PAID')");
                if (form.hasCallback()) tab.await("heard.includes('shop.paid PAID')");
                assertThat(tab.complaints().list()).isEmpty();
            }
        }
    }

    @Scenario
    void goesToTheShopsPageOnceItIsPaid(Shoppers shopper) {
        ShopPayment payment = world.buy();
        String thanks = window.page("/thanks", () -> "<h1>Thanks</h1>");
        String tag = window.tag(Map.of("view", payment.link("view"), "successURL", thanks));
        try (Tab tab = world.open(shopper.device).open(page(tag))) {
            tab.awaitShown(".waiting");
            world.pay(payment);

            tab.awaitShown(".paid");
            tab.await("location.pathname === '/thanks'");
        }
    }

    @Scenario
    void cancelsOnThePhone(Shoppers shopper) {
        ShopPayment payment = world.buy();
        try (Tab tab = waiting(payment, shopper)) {
            world.phone().cancel(payment.qrCode());

            tab.awaitShown(".canceled-by-payer");
        }
    }

    @Scenario
    void cancelsByTheButton(Shoppers shopper) {
        try (Tab tab = waiting(world.buy(), shopper)) {
            tab.press("details.cancel summary");
            tab.press("details.cancel button:not(.cancel)");
            assertThat(tab.shows("button.cancel")).isFalse();
            assertThat(tab.shows(".waiting")).isTrue();
            tab.press("details.cancel summary");
            tab.press("button.cancel");

            tab.awaitText("No money was taken");
            tab.await("heard.includes('event CANCELED')");
        }
    }

    @Scenario
    void getsANewCodeWhenTheTimeHasRunOut(Shoppers shopper) {
        AtomicReference<ShopPayment> fresh = new AtomicReference<>();
        String renew = window.json("/again-" + shopper, () -> {
            fresh.set(world.buy());
            return "{\"viewId\":\"%s\"}".formatted(fresh.get().json().get("viewId"));
        });
        ShopPayment payment = world.buy();
        String tag = window.tag(Map.of("view", payment.link("view"), "renewURL", renew));
        try (Tab tab = world.open(shopper.device).open(page(tag))) {
            tab.awaitShown(".waiting");
            world.expire(payment, Instant.now().plusSeconds(1));
            tab.press("button.renew");
            tab.awaitShown(".waiting");
            assertThat(world.api("GET", "/payments/" + payment.id(), "")).containsEntry("status", "CANCELED");
            world.pay(fresh.get());

            tab.awaitShown(".paid");
        }
    }

    @Scenario
    void survivesAConnectionThatIsCut(Shoppers shopper) {
        ShopPayment payment = world.buy();
        String tag = window.tag(Map.of("view", payment.link("view")));
        try (Tab tab = world.open(shopper.device)) {
            tab.disguise().withoutSockets();
            tab.open(page(tag));
            tab.awaitShown(".waiting");
            tab.traffic().cut("/pay/");
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
        try (Tab tab = waiting(payment, shopper)) {
            tab.disguise().offline(true);
            tab.awaitShown(".offline");
            world.pay(payment);
            tab.disguise().offline(false);

            tab.awaitShown(".paid");
            assertThat(tab.shows(".offline")).isFalse();
        }
    }

    @Scenario
    void isTheSameAfterAReloadAndAfterGoingBack(Shoppers shopper) {
        ShopPayment payment = world.buy();
        try (Tab tab = waiting(payment, shopper)) {
            tab.reload();
            tab.awaitShown(".waiting");
            tab.open(window.page("<h1>Elsewhere</h1>"));
            tab.back();
            tab.awaitShown(".waiting");
            world.pay(payment);

            tab.awaitShown(".paid");
        }
    }

    @Test
    void showsTheCodeToAPhoneThatHasNoSuchApp() {
        ShopPayment payment = world.buy();
        try (Tab tab = world.open(Device.OTHER_PHONE).open(page(window.tag(Map.of("view", payment.link("view")))))) {
            tab.awaitText("There is no SEQR app for this phone");

            assertThat(tab.shows("svg.code")).isTrue();
            assertThat(tab.shows("a.open")).isFalse();
        }
    }

    /** An error that ends the waiting: nothing comes of asking for what there is not. */
    @Test
    void saysThatThereIsNoSuchPayment() {
        String view = world.buy().link("view").replaceAll("[^/]+$", "wrong");
        for (String tag : new String[] {
            window.tag(Map.of("view", view)), window.tag(Map.of("viewId", "pay_aaaaaaaaaaaaaaaaaaaaaaaaaa.wrong"))
        })
            try (Tab tab = world.open(Device.DESKTOP).open(page(tag))) {
                tab.awaitText("There is no such payment");

                assertThat(tab.complaints().list()).anyMatch(each -> each.contains("seqr: there is no such payment"));
                assertThat(tab.traffic().sent())
                        .filteredOn(sent -> sent.url().contains("/pay/"))
                        .hasSize(1);
                assertThat(tab.shows(".offline")).isFalse();
            }
    }

    @Test
    void speaksTheBrowsersLanguage() {
        ShopPayment payment = world.buy();
        try (Tab tab = world.open(Device.IPHONE.speaking("sv-SE"))) {
            tab.open(page(window.tag(Map.of("view", payment.link("view")))));
            tab.awaitText("Väntar på din betalning");
            tab.open(payment.link("view"));
            tab.awaitText("Väntar på din betalning");
        }
    }

    private Tab waiting(ShopPayment payment, Shoppers shopper) {
        Tab tab = world.open(shopper.device).open(page(window.tag(Map.of("view", payment.link("view")))));
        tab.awaitShown(".waiting");
        return tab;
    }
}
