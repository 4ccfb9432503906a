package dev.seqrpay.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.Reason;
import dev.seqrpay.payment.State;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentPageTest {

    @ParameterizedTest
    @CsvSource({
        "CREATED, , preparing",
        "ISSUED, , waiting",
        "CANCELING, CANCELED_BY_SHOP, canceling",
        "CANCELING, EXPIRED, expiring",
        "PAID, , paid",
        "CANCELED, CANCELED_BY_PAYER, canceled-by-payer",
        "CANCELED, CANCELED_BY_SHOP, canceled-by-shop",
        "CANCELED, REPLACED, replaced",
        "CANCELED, EXPIRED, expired",
        "FAILED, FAILED_AT_SEQR, failed",
        "FAILED, NOT_ISSUED, not-started",
        "REVIEW, MISMATCH, in-review",
        "REVERSED, , reversed"
    })
    void shows_how_the_payment_stands(State state, Reason reason, String notice) {
        Markup page = page(state, reason);
        assertThat(page.notice()).isEqualTo(notice);
        assertThat(page.text("//head/title")).startsWith(page.text("//div[@class='notice " + notice + "']/h2"));
        assertThat(page.has("//div[@class='start']//figure/svg")).isEqualTo(state == State.ISSUED);
    }

    @ParameterizedTest
    @CsvSource({
        "CANCELED, EXPIRED, true",
        "CANCELED, CANCELED_BY_PAYER, true",
        "FAILED, FAILED_AT_SEQR, true",
        "FAILED, NOT_ISSUED, true",
        "CANCELED, CANCELED_BY_SHOP, false",
        "ISSUED, , false",
        "CANCELING, EXPIRED, false",
        "PAID, , false",
        "REVIEW, MISMATCH, false",
        "REVERSED, , false"
    })
    void leads_to_a_new_code_only_when_it_has_ended_unpaid_and_the_shop_still_sells(
            State state, Reason reason, boolean leads) {
        Markup page = renewable(state, reason, "https://shop.example/renew?order=1");
        var shown = page.all("//div[not(@hidden)]/a[@class='button renew']");
        assertThat(shown).hasSize(leads ? 1 : 0);
        for (var link : page.all("//a[@class='button renew']")) {
            assertThat(link.getAttribute("href")).isEqualTo("https://shop.example/renew?order=1");
            assertThat(link.getAttribute("target")).isEqualTo("_top");
        }
    }

    @Test
    void the_way_to_a_new_code_is_in_the_page_for_the_script_to_show() {
        assertThat(renewable(State.ISSUED, null, "https://shop.example/renew")
                        .all("//div[@hidden]/a[@class='button renew']"))
                .hasSize(4);
        assertThat(renewable(State.ISSUED, null, null).has("//a[@class='button renew']"))
                .isFalse();
        assertThat(renewable(State.ISSUED, null, "javascript:alert(1)").has("//a[@class='button renew']"))
                .isFalse();
    }

    private static Markup renewable(State state, Reason reason, String renewUrl) {
        var payment = Sample.payment(Sample.invoice("Autumn order", Sample.BACK, renewUrl), state, reason, "0");
        return new Markup(PaymentPage.html(Sample.view(payment, "en")));
    }

    @Test
    void while_it_waits_there_is_a_code_to_scan_and_a_way_into_the_app() {
        Markup page = page(State.ISSUED, null);
        assertThat(page.text("//figure/svg/title")).contains("SEQR");
        assertThat(page.one("//figure/svg/path").getAttribute("d"))
                .isEqualTo(new Markup(QrCode.svg("HTTP://SEQR.SE/R1397240460668"))
                        .one("//*[local-name()='path']")
                        .getAttribute("d"));
        assertThat(page.all("//ol/li"))
                .extracting(org.w3c.dom.Element::getTextContent)
                .containsExactly(
                        "Open the SEQR app on your phone",
                        "Scan the code",
                        "Check the amount and confirm with your PIN");
        assertThat(page.text("//p[@class='left']/span")).isEqualTo("9:32");
        assertThat(page.has("//details//figure|//a[starts-with(@href,'seqr')]")).isFalse();
    }

    @Test
    void a_phone_is_led_into_the_app_and_has_the_code_folded_away() {
        Markup page = on(Platform.PHONE);
        assertThat(page.one("//a[@class='button open']").getAttribute("href"))
                .isEqualTo("seqr://SEQR.SE/R1397240460668");
        assertThat(page.all("//ol/li")).hasSize(2);
        assertThat(page.text("//details[figure]/summary")).isEqualTo("Pay with another phone: show the code");
        assertThat(page.all("//div[@data-help][not(@hidden)]")).isEmpty();
        assertThat(on(Platform.UNSUPPORTED).text("//div[@class='start']/p")).contains("no SEQR app for this phone");
        assertThat(on(Platform.UNSUPPORTED).has("//div[@class='start']/figure")).isTrue();
    }

    /** Case 46: there the way into the app goes nowhere, without a word. */
    @Test
    void who_is_inside_of_another_app_is_told_to_open_the_browser_and_has_a_link_to_copy() {
        Markup page = on(Platform.IN_APP);
        assertThat(page.text("//div[@data-help][not(@hidden)]/h2")).isEqualTo("Open this page in your browser");
        assertThat(page.text("//div[@data-help][not(@hidden)]//textarea"))
                .isEqualTo("https://pay.example/pay/pay_1/token");
        assertThat(page.all("//p[@class='stores']/a"))
                .extracting(link -> link.getAttribute("href"))
                .allMatch(store -> ViewScriptTest.script("en").contains(store))
                .hasSize(2);
    }

    private static Markup on(Platform platform) {
        return new Markup(PaymentPage.html(Sample.view(State.ISSUED, platform)));
    }

    /** A link and a form, so it works without a script; and a page that asks stays as long as the answer takes. */
    @Test
    void cancelling_asks_first() {
        Markup page = page(State.ISSUED, null);
        assertThat(page.text("//a[@href='/pay/pay_1/token?lang=en&cancel=']")).isEqualTo("Cancel the payment");
        assertThat(page.has("//form[@hidden]")).isTrue();
        Markup asking = new Markup(PaymentPage.html(Sample.asking()));
        assertThat(asking.one("//form[@method='post'][not(@hidden)]").getAttribute("action"))
                .isEqualTo("/pay/pay_1/token/cancel?lang=en");
        assertThat(asking.text("//form/button")).isEqualTo("Yes, cancel");
        assertThat(asking.one("//form/a").getAttribute("href")).isEqualTo("/pay/pay_1/token?lang=en");
        assertThat(asking.has("//noscript")).isFalse();
        assertThat(page(State.PAID, null).has("//form")).isFalse();
        assertThat(PageHeaders.page(List.of(), "").get("Content-Security-Policy"))
                .contains("form-action 'self';");
    }

    private static final String RETURN = "https://shop.example/thanks?order=1#top";
    private static final String CANCEL = "https://shop.example/cart";

    @ParameterizedTest
    @CsvSource({
        "ISSUED, , " + Sample.BACK,
        "PAID, , https://shop.example/thanks?order=1&paymentId=pay_1#top",
        "CANCELED, CANCELED_BY_PAYER, https://shop.example/cart?paymentId=pay_1",
        "CANCELED, EXPIRED, https://shop.example/cart?paymentId=pay_1",
        "FAILED, FAILED_AT_SEQR, " + Sample.BACK,
        "REVIEW, MISMATCH, " + Sample.BACK
    })
    void leads_to_the_shops_page_for_how_it_ended(State state, Reason reason, String address) {
        for (String html :
                new String[] {PaymentPage.html(returning(state, reason)), ReceiptPage.html(returning(state, reason))}) {
            Markup page = new Markup(html);
            assertThat(page.one("//a[@class='button back'][not(@hidden)]").getAttribute("href"))
                    .isEqualTo(address);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PAID, , PAID RESERVED CAPTURING",
        "RESERVED, , PAID RESERVED CAPTURING",
        "CANCELED, CANCELED_BY_PAYER, CANCELED/CANCELED_BY_PAYER",
        "CANCELED, EXPIRED, ",
        "ISSUED, , "
    })
    void goes_there_by_itself_from_an_end_that_is_new_and_chosen(State state, Reason reason, String leaving) {
        Markup page = new Markup(ReceiptPage.html(returning(state, reason)));
        String news = page.one("//main").getAttribute("data-news");
        List<String> offered = page.all("//p[@data-leave]").stream()
                .map(each -> each.getAttribute("data-leave"))
                .filter(each -> Stream.of(each.split(" ")).anyMatch(word -> (news + "/").startsWith(word + "/")))
                .toList();
        assertThat(offered).isEqualTo(leaving == null ? List.of() : List.of(leaving));
        assertThat(page.all("//p[@data-leave][not(@hidden)]"))
                .as("only a script can be stopped")
                .isEmpty();
        Markup plain = new Markup(ReceiptPage.html(Sample.view(state, reason)));
        assertThat(plain.has("//p[@data-leave]")).isFalse();
    }

    private static PaymentView returning(State state, Reason reason) {
        return Sample.view(Sample.payment(Sample.returning(RETURN, CANCEL), state, reason, "0"), "en");
    }

    @Test
    void there_is_no_code_before_there_is_an_invoice() {
        assertThat(page(State.CREATED, null).has("//figure|//a[starts-with(@href,'seqr')]"))
                .isFalse();
        assertThat(page(State.CREATED, null).one("//main").hasAttribute("data-reload"))
                .isTrue();
    }

    @Test
    void shows_what_is_paid_for() {
        Markup page = page(State.ISSUED, null);
        assertThat(page.text("//header/p[1]")).isEqualTo("Fjäll & Fika");
        assertThat(page.text("//header/p[2]")).isEqualTo("SEQR");
        assertThat(page.text("//h1/strong")).isEqualTo("SEK\u00a01,664.50");
        assertThat(page.text("//section[@class='order']/h2")).isEqualTo("Autumn order");
        assertThat(page.all("//ul[@class='rows']/li")).hasSize(3);
        assertThat(page.text("//ul/li[1]/small")).isEqualTo("2 × SEK\u00a0599.00 · VAT\u00a025%");
        assertThat(page.text("//ul/li[3]/span[1]")).isEqualTo("Item");
        assertThat(page.text("//main").split("1,664.50", -1))
                .as("the total once")
                .hasSize(2);
    }

    @Test
    void wears_the_shops_colour_and_logo_if_it_has_any() {
        var payment = Sample.payment(State.ISSUED, null, "0");
        Markup plain = page(State.ISSUED, null);
        Markup worn =
                new Markup(PaymentPage.html(Sample.view(new Shop("Fjäll & Fika", "#ffe000", true), payment, "en")));
        String style = "//link[@rel='stylesheet']";
        assertThat(plain.one(style).getAttribute("href")).matches("/assets/pay\\.[0-9a-f]{12}\\.css");
        assertThat(worn.one(style).getAttribute("href")).matches("/assets/pay\\.[0-9a-f]{12}\\.ffe000\\.css");
        assertThat(plain.has("//header/img")).isFalse();
        assertThat(worn.one("//header/img").getAttribute("src")).isEqualTo("/pay/pay_1/token/logo");
        assertThat(worn.has("//@style|//style")).isFalse();
    }

    @Test
    void tells_the_script_where_to_ask_and_what_it_knows() {
        var main = page(State.ISSUED, null).one("//main");
        assertThat(main.getAttribute("data-status")).isEqualTo("/pay/pay_1/token/status");
        assertThat(main.getAttribute("data-receipt")).isEqualTo("/pay/pay_1/token/receipt?lang=en");
        assertThat(main.getAttribute("data-state")).isEqualTo("ISSUED");
        assertThat(main.getAttribute("data-seq")).isEqualTo("7");
        assertThat(main.getAttribute("data-expires-at")).isEqualTo("2026-03-01T12:45:00Z");
        assertThat(main.getAttribute("data-now")).isEqualTo("2026-03-01T12:35:28Z");
        assertThat(main.hasAttribute("data-reload")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void asks_again_until_the_end_with_and_without_a_script(State state) {
        boolean isOpen = !state.isFinal();
        Markup page = page(state, null);
        assertThat(page.has("//noscript/meta[@http-equiv='refresh']")).isEqualTo(isOpen);
        assertThat(page.one("//main").hasAttribute("data-status")).isEqualTo(isOpen);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void leads_to_the_receipt_and_back_to_the_shop(State state) {
        Markup page = page(state, null);
        assertThat(page.has("//a[@href='/pay/pay_1/token/receipt?lang=en']")).isTrue();
        assertThat(page.has("//a[@href='" + Sample.BACK + "']")).isTrue();
    }

    @Test
    void speaks_swedish_and_keeps_to_it() {
        Markup page = new Markup(PaymentPage.html(Sample.view(Sample.payment(State.ISSUED, null, "0"), "sv-SE")));
        assertThat(page.one("/html").getAttribute("lang")).isEqualTo("sv-SE");
        assertThat(page.text("//ol/li[2]")).isEqualTo("Skanna koden");
        assertThat(page.has("//a[@href='/pay/pay_1/token/receipt?lang=sv-SE']")).isTrue();
        assertThat(page.all("//footer/details//a")).hasSize(Texts.LANGUAGES.size() - 1);
        assertThat(page.all("//footer/details//a").get(0).getAttribute("href")).isEqualTo("/pay/pay_1/token?lang=en");
        assertThat(page.text("//footer/details/summary")).isEqualTo("Språk: Svenska");
    }

    @Test
    void there_is_nothing_inline_for_the_policy_to_refuse() {
        Markup page = page(State.ISSUED, null);
        assertThat(page.has("//style|//@style/..|//script[not(@src)]|//@*[starts-with(name(),'on')]/.."))
                .isFalse();
        assertThat(page.all("//script")).hasSize(1);
        assertThat(Assets.find(page.one("//script").getAttribute("src").substring("/assets/".length())))
                .isPresent();
    }

    private static Markup page(State state, Reason reason) {
        return new Markup(PaymentPage.html(Sample.view(state, reason)));
    }
}
