package dev.seqrpay.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.Reason;
import dev.seqrpay.payment.State;
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
        assertThat(page.text("//dl[@class='facts']/div[2]")).isEqualTo("SEQR reference2012050100");
        assertThat(page.text("//dl[@class='facts']/div[3]")).isEqualTo("Invoice reference1397240460668");
        assertThat(page.one("//time").getAttribute("datetime")).isEqualTo("2026-03-01T12:31:01Z");
        assertThat(page.text("//time")).endsWith("UTC");
    }

    @Test
    void has_the_time_of_the_checkout_until_it_is_paid() {
        Markup page = page(State.CANCELED, Reason.EXPIRED);
        assertThat(page.one("//time").getAttribute("datetime")).isEqualTo("2026-03-01T12:30:00Z");
    }

    @Test
    void shows_what_was_given_back() {
        Markup page = new Markup(ReceiptPage.html(Sample.view(Sample.payment(State.PAID, null, "249.50"), "en")));
        assertThat(page.text("//dl[@class='sums']/div[2]")).isEqualTo("RefundedSEK\u00a0249.50");
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
