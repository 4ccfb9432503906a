package dev.seqrpay.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.merchant.Seller;
import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.Reason;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.State;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReceiptPageTest {

    @ParameterizedTest
    @CsvSource({
        "CREATED, , confirming",
        "ISSUED, , confirming",
        "CANCELING, CANCELED_BY_SHOP, canceling",
        "CANCELING, EXPIRED, confirming",
        "PAID, , paid",
        "CANCELED, CANCELED_BY_PAYER, canceled-by-payer",
        "CANCELED, CANCELED_BY_SHOP, canceled-by-shop",
        "CANCELED, REPLACED, replaced",
        "CANCELED, EXPIRED, expired",
        "FAILED, FAILED_AT_SEQR, failed",
        "FAILED, REFUSED_BY_SEQR, not-started",
        "REVIEW, UNDECIDED, in-review",
        "REVERSED, , reversed"
    })
    void says_how_it_ended(State state, Reason reason, String notice) {
        assertThat(page(state, reason).notice()).isEqualTo(notice);
    }

    @Test
    void leads_to_a_new_code_for_those_who_come_back_from_the_app_without_having_paid() {
        var invoice = Sample.invoice("Autumn order", Sample.BACK, "https://shop.example/renew");
        var payment = Sample.payment(invoice, State.CANCELED, Reason.CANCELED_BY_PAYER, "0");
        assertThat(new Markup(ReceiptPage.html(Sample.view(payment, "en")))
                        .text("//div/a[@href='https://shop.example/renew']"))
                .isEqualTo("Get a new QR code");
    }

    @Test
    void is_a_receipt_once_paid() {
        Markup page = page(State.PAID, null);
        assertThat(page.text("//h1")).isEqualTo("Paid");
        assertThat(page.all("//ul[@class='rows']/li")).hasSize(3);
        assertThat(page.text("//ul/li[2]/small"))
                .isEqualTo("1.5\u00a0Autumn order × SEK\u00a0150.00 · Discount\u00a0SEK\u00a07.50 · VAT\u00a012%");
        assertThat(page.text("//dl[@class='sums']")).isEqualTo("TotalSEK\u00a01,664.50");
        assertThat(page.text("//caption")).isEqualTo("VAT (SEK)");
        assertThat(page.all("//tbody/tr"))
                .extracting(org.w3c.dom.Element::getTextContent)
                .containsExactly("12%194.2023.30217.50", "25%958.40239.601,198.00");
        assertThat(page.all("//dl[@class='facts']/div"))
                .extracting(org.w3c.dom.Element::getTextContent)
                .startsWith(
                        "SellerFjäll & Fika",
                        "Order numberAutumn order",
                        "SEQR reference2012050100",
                        "Invoice reference1397240460668")
                .endsWith("Paid withSEQR");
        assertThat(page.one("//time").getAttribute("datetime")).isEqualTo("2026-03-01T12:31:01Z");
        assertThat(page.text("//time")).endsWith("UTC");
    }

    /** What directive 2006/112/EC, article 226b, wants of a simplified invoice, as far as the shop has told it. */
    @Test
    void names_the_seller_as_the_law_knows_it_and_has_the_shops_time() {
        Seller seller = new Seller("Fika AB", "999999-9999", "SE999999999901", ZoneId.of("Europe/Stockholm"));
        Markup page = paidAt(new Shop("Fjäll & Fika", null, false, seller), "0", List.of());
        assertThat(page.all("//dl[@class='facts']/div"))
                .extracting(org.w3c.dom.Element::getTextContent)
                .startsWith("SellerFika AB", "Organisation number999999-9999", "VAT numberSE999999999901");
        assertThat(page.text("//time")).contains("1:31").endsWith("CET");
    }

    /** Mervärdesskattelagen, 17 kap. 22 §: what changes an invoice refers to it; here it stands on it. */
    @Test
    void tells_each_refund_with_its_date_and_what_is_left() {
        Markup page = paidAt(
                new Shop("Fjäll & Fika", null, false),
                "249.50",
                List.of(
                        refund("200.00", Refund.State.SETTLED, "2026-03-02T09:00:00Z"),
                        refund("49.50", Refund.State.SETTLED, "2026-03-03T10:00:00Z"),
                        refund("7.00", Refund.State.REJECTED, "2026-03-03T11:00:00Z"),
                        refund("8.00", Refund.State.UNKNOWN, "2026-03-03T12:00:00Z")));
        assertThat(page.all("//dl[@class='sums']/div/dd"))
                .extracting(org.w3c.dom.Element::getTextContent)
                .containsExactly("SEK\u00a01,664.50", "-SEK\u00a0200.00", "-SEK\u00a049.50", "SEK\u00a01,415.00");
        assertThat(page.all("//dl[@class='sums']//time"))
                .extracting(time -> time.getAttribute("datetime"))
                .containsExactly("2026-03-02T09:00:00Z", "2026-03-03T10:00:00Z");
        assertThat(page.text("//dl[@class='sums']/div[4]/dt")).isEqualTo("Left after refunds");
    }

    private static Refund refund(String amount, Refund.State state, String at) {
        return new Refund("ref_1", "pay_1", Sample.sek(amount), state, null, null, Instant.parse(at));
    }

    private static Markup paidAt(Shop shop, String refunded, List<Refund> refunds) {
        var payment = Sample.payment(State.PAID, null, refunded);
        return new Markup(ReceiptPage.html(Sample.view(shop, payment, refunds, "en", Platform.DESKTOP)));
    }

    @Test
    void tax_of_a_rate_is_less_by_the_discounts_of_that_rate() {
        var invoice = new Invoice(
                "1",
                null,
                List.of(
                        Sample.row("Cup", "1", "100.00", null, null, "25", null),
                        Sample.row("Coupon", "1", "-20.00", null, null, "25", null),
                        Sample.row(null, "1", "-10.00", null, null, "12", null),
                        Sample.row("Beans", "1", "112.00", null, null, "12", null)),
                Sample.sek("182.00"),
                null,
                null,
                null,
                null,
                null);
        Markup page = new Markup(ReceiptPage.html(Sample.view(Sample.payment(invoice, State.PAID, null, "0"), "en")));
        assertThat(page.all("//tbody/tr"))
                .extracting(org.w3c.dom.Element::getTextContent)
                .containsExactly("12%91.0710.93102.00", "25%64.0016.0080.00");
        assertThat(page.text("//ul/li[2]/span[2]")).isEqualTo("-SEK\u00a020.00");
        assertThat(page.text("//ul/li[3]/span[1]")).isEqualTo("Discount");
    }

    @ParameterizedTest
    @CsvSource({
        "CREATED, , Not confirmed as paid: this is not a receipt.",
        "ISSUED, , Not confirmed as paid: this is not a receipt.",
        "CANCELING, CANCELED_BY_SHOP, Not confirmed as paid: this is not a receipt.",
        "REVIEW, MISMATCH, Not confirmed as paid: this is not a receipt.",
        "CANCELED, EXPIRED, Not paid: this is not a receipt.",
        "FAILED, FAILED_AT_SEQR, Not paid: this is not a receipt.",
        "REVERSED, , Not paid: this is not a receipt."
    })
    void says_that_it_is_none_unless_it_is_paid(State state, Reason reason, String words) {
        Markup page = page(state, reason);
        assertThat(page.text("//p[@class='unpaid']")).isEqualTo(words);
        assertThat(page.has("//dt[.='Seller']")).isFalse();
        assertThat(page(State.PAID, null).has("//p[@class='unpaid']")).isFalse();
    }

    @Test
    void has_the_time_of_the_checkout_until_it_is_paid() {
        Markup page = page(State.CANCELED, Reason.EXPIRED);
        assertThat(page.one("//time").getAttribute("datetime")).isEqualTo("2026-03-01T12:30:00Z");
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void nothing_unpaid_looks_like_a_receipt(State state) {
        Markup page = page(state, null);
        assertThat(page.has("//table")).isEqualTo(state == State.PAID);
        assertThat(page.has("//button[@data-print]")).isEqualTo(state == State.PAID);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void loads_itself_anew_until_the_end(State state) {
        boolean isOpen = !state.isFinal();
        Markup page = page(state, null);
        assertThat(page.has("//noscript/meta[@http-equiv='refresh']")).isEqualTo(isOpen);
        assertThat(page.one("//main").hasAttribute("data-reload")).isEqualTo(isOpen);
    }

    @Test
    void leads_back_to_the_payment_while_it_is_open_to_pay() {
        assertThat(page(State.ISSUED, null).has("//a[@href='/pay/pay_1/token?lang=en']"))
                .isTrue();
        assertThat(page(State.CANCELED, null).has("//a[@href='/pay/pay_1/token?lang=en']"))
                .isFalse();
    }

    @Test
    void leads_back_to_the_shop_only_where_there_is_one() {
        assertThat(page(State.PAID, null).one("//a[@class='button back']").getAttribute("href"))
                .isEqualTo(Sample.BACK);
        assertThat(backTo(null).has("//a[@class='button back']")).isFalse();
        assertThat(backTo("javascript:alert(1)").has("//a[@class='button back']"))
                .isFalse();
    }

    private static Markup backTo(String backUrl) {
        var payment = Sample.payment(Sample.invoice("Autumn order", backUrl), State.PAID, null, "0");
        return new Markup(ReceiptPage.html(Sample.view(payment, "en")));
    }

    private static Markup page(State state, Reason reason) {
        return new Markup(ReceiptPage.html(Sample.view(state, reason)));
    }
}
