package dev.seqrpay.handler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.deployment.DeployedTemplate;
import dev.seqrpay.handler.Counter.Answer;
import dev.seqrpay.http.TokensTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a shop reads of a payment, of its refunds and of its history. */
class ReadOutcomesTest {
    private static final String NOW = "2026-11-22T12:00:00Z";
    private static final String ADDRESS = "https://a1b2c3d4e5.execute-api.eu-north-1.amazonaws.com/pay/" + Counter.ID
            + "/" + TokensTest.TOKENS.view(Counter.ID);

    private final Counter counter = new Counter();

    @Test
    void a_paid_payment_is_told_whole() {
        counter.issue();
        counter.capture();
        Map<String, Object> payment = read("read-payment");

        assertThat(payment)
                .containsEntry("id", Counter.ID)
                .containsEntry("status", "PAID")
                .containsEntry("state", "PAID")
                .containsEntry("orderId", "1001")
                .containsEntry("totalAmount", Map.of("currency", "SEK", "value", "547.00"))
                .containsEntry("refundedAmount", Map.of("currency", "SEK", "value", "0.00"))
                .containsEntry("invoiceReference", "1001")
                .containsEntry("ersReference", "ers-1")
                .containsEntry("createdAt", NOW)
                .containsEntry("paidAt", NOW)
                .containsEntry("seq", counter.payment().version())
                .containsEntry(
                        "links",
                        Map.of("view", ADDRESS, "status", ADDRESS + "/status", "receipt", ADDRESS + "/receipt"))
                .containsKeys("expiresAt", "qrCode", "seqrLink", "viewId", "proof");
        assertThat(payment.containsKey("metadata"))
                .isEqualTo(!counter.payment().invoice().metadata().isEmpty());
    }

    private Map<String, Object> list(Map<String, String> query) {
        return counter.call(
                        ReadPaymentHandler::new,
                        EventFile.of("payments-of-order").with("queryStringParameters", query))
                .json();
    }

    private static List<Object> ids(Map<String, Object> page) {
        return DeployedTemplate.<List<Map<String, Object>>>at(page, "payments").stream()
                .map(payment -> payment.get("id"))
                .toList();
    }

    @Test
    void payments_are_found_by_state_time_and_text() {
        counter.issue();
        assertThat(ids(list(Map.of("state", "ISSUED")))).containsExactly(Counter.ID);
        assertThat(ids(list(Map.of("text", "1001")))).containsExactly(Counter.ID);
        assertThat(ids(list(Map.of("from", NOW, "to", NOW)))).containsExactly(Counter.ID);
        assertThat(list(Map.of("state", "PAID"))).isEqualTo(Map.of("payments", List.of()));
        assertThat(ids(list(Map.of("text", "1002")))).isEmpty();
        assertThat(ids(list(Map.of("to", "2026-11-22T11:59:59Z")))).isEmpty();
        assertThat(list(Map.of("from", "2026-11-22T12:00:01Z", "to", NOW)))
                .containsEntry("detail", "from must not be later than to");
    }

    @Test
    void a_page_leads_to_the_next() {
        counter.issue();
        Map<String, Object> page = list(Map.of("limit", "1"));
        assertThat(ids(page)).containsExactly(Counter.ID);
        assertThat(list(Map.of("limit", "1", "after", (String) page.get("next"))))
                .isEqualTo(Map.of("payments", List.of()));
    }

    @Test
    void the_keys_of_proofs_are_shown_to_everybody_and_may_be_kept() {
        Answer answer = counter.call(ReadPaymentHandler::new, "proof-keys");
        assertThat(answer.headers()).containsEntry("cache-control", "public, max-age=3600");
        assertThat(DeployedTemplate.<List<Map<String, Object>>>at(answer.json(), "keys"))
                .singleElement()
                .satisfies(key -> assertThat(key).containsEntry("kid", "1").containsEntry("crv", "Ed25519"));
    }

    @Test
    void what_the_shop_gave_along_is_given_back() {
        counter.seqr.issues("1001");
        byte[] order = OrderJson.without("expiresAt");
        Answer made =
                counter.call(CheckoutHandler::new, EventFile.of("checkout").with("body", new String(order, UTF_8)));

        assertThat(made.json()).containsEntry("metadata", Map.of("cart", "c-17", "channel", "web"));
    }

    @Test
    void its_history_has_each_change_with_its_cause_and_what_seqr_said() {
        counter.issue();
        counter.capture();
        List<Map<String, Object>> events = list("read-history", "events");

        assertThat(events.get(0))
                .containsEntry("seq", 1)
                .containsEntry("at", NOW)
                .containsEntry("to", "CREATED")
                .containsEntry("cause", "CHECKOUT")
                .doesNotContainKeys("from", "seqrResultCode");
        assertThat(events.get(events.size() - 1))
                .containsEntry("from", "ISSUED")
                .containsEntry("to", "PAID")
                .containsEntry("cause", "NOTIFICATION")
                .containsEntry("seqrResultCode", 0)
                .containsEntry("seqrMs", 0);
    }

    @Test
    void its_refunds_have_their_times_and_what_seqr_refused_them_with() {
        counter.issue();
        counter.capture();
        counter.seqr.answers(99);
        counter.call(RefundPaymentHandler::new, "refund");

        assertThat(list("read-refunds", "refunds")).singleElement().satisfies(refund -> assertThat(refund)
                .containsEntry("id", TokensTest.TOKENS.refund(Counter.ID, "return-1"))
                .containsEntry("state", "REJECTED")
                .containsEntry("seqrResultCode", 99)
                .containsEntry("createdAt", NOW));
    }

    @Test
    void payments_are_not_looked_for_by_an_order_that_has_no_number() {
        Map<String, String> query = Map.of("orderId", " ");
        Answer answer = counter.call(
                ReadPaymentHandler::new, EventFile.of("payments-of-order").with("queryStringParameters", query));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json()).containsEntry("detail", "orderId must not be blank");
    }

    private Map<String, Object> read(String event) {
        Answer answer = counter.call(ReadPaymentHandler::new, event);
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private List<Map<String, Object>> list(String event, String name) {
        return DeployedTemplate.at(read(event), name);
    }
}
