package dev.seqrpay.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.http.TokensTest;
import dev.seqrpay.wiring.ConfigTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

/** What a shopper is shown at the addresses of a payment. */
class PageOutcomesTest {
    private final Counter counter = new Counter();

    @BeforeEach
    void issue() {
        counter.issue();
    }

    @Test
    void the_page_has_a_code_to_scan_and_a_receipt_has_none() {
        counter.seqr.says("ISSUED", 1).says("ISSUED", 1);

        assertThat(shown("page")).contains("<ol class=\"steps\">", "Demo Shop").doesNotContain("/logo");
        assertThat(shown("receipt"))
                .contains("<body class=\"receipt\">", "547,00")
                .doesNotContain("class=\"steps\"");
    }

    /** Somebody has taken the shop out of the table. */
    @Test
    void a_payment_of_a_shop_that_is_gone_still_has_its_page() {
        counter.shop.isGone();
        counter.seqr.says("ISSUED", 1);

        assertThat(shown("page")).contains("<ol class=\"steps\">", "demoshop");
    }

    @Test
    void a_receipt_tells_each_refund() {
        counter.capture();
        counter.seqr.refunds("ers-r");
        counter.call(RefundPaymentHandler::new, "refund");

        assertThat(shown("receipt")).contains("\u2212149,00");
        assertThat(shown("page")).contains("547,00").doesNotContain("\u2212149,00");
    }

    @Test
    void a_receipt_of_what_was_paid_has_its_proof_as_a_code() {
        counter.seqr.says("ISSUED", 1);
        assertThat(shown("receipt")).doesNotContain("class=\"proof\"");
        counter.capture();
        assertThat(shown("receipt")).contains("class=\"proof\"");
    }

    @Test
    void the_picture_of_the_code_is_drawn_without_asking_seqr() {
        assertThat(shown("qr-code")).contains("<svg");
        assertThat(counter.seqr.calls).isEmpty();
    }

    @Test
    void a_view_is_given_the_text_of_the_code_and_where_it_hears_what_comes_next() {
        counter.seqr.says("ISSUED", 1);

        assertThat(counter.call(PaymentPageHandler::new, "view").json())
                .containsEntry("qrCode", counter.payment().qrCode())
                .containsEntry("orderId", "1001")
                .containsEntry(
                        "socket",
                        "wss://" + ConfigTest.GOOD.get("SOCKET_API") + "?view=" + Counter.ID + "."
                                + TokensTest.TOKENS.view(Counter.ID));
    }

    private String shown(String event) {
        Map<String, Object> answer = JSON.std.mapFrom(counter.call(PaymentPageHandler::new, EventFile.of(event), null));
        assertThat(answer).containsEntry("statusCode", 200);
        return (String) answer.get("body");
    }
}
