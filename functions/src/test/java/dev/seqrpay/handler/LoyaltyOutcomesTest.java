package dev.seqrpay.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.handler.Counter.Answer;
import dev.seqrpay.payment.CustomerToken;
import dev.seqrpay.payment.CustomerToken.Status;
import dev.seqrpay.payment.SeqrGateway.InvoiceStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a shop is told of a loyalty card, and what it can answer. */
class LoyaltyOutcomesTest {
    private static final InvoiceStatus WAITS = new InvoiceStatus(
            "PENDING_ISSUER_ACKNOWLEDGE",
            3,
            null,
            null,
            null,
            null,
            List.of(new CustomerToken("card-1", "9752", "Coffee club", Status.PENDING)));
    private static final Map<String, String> PENDING =
            Map.of("id", "card-1", "value", "9752", "description", "Coffee club", "status", "PENDING");

    private final Counter counter = new Counter();

    @BeforeEach
    void offer() {
        counter.seqr.issues("1001");
        EventFile checkout = EventFile.of("checkout");
        String order = checkout.json().get("body").toString();
        String loyal = order.replaceFirst("\\{", "{\"acknowledgmentMode\":\"OPTIONAL_ACKNOWLEDGMENT\",");
        assertThat(counter.call(CheckoutHandler::new, checkout.with("body", loyal))
                        .json())
                .containsEntry("status", "ISSUED")
                .containsEntry("acknowledgmentMode", "OPTIONAL_ACKNOWLEDGMENT")
                .doesNotContainKey("customerTokens");
        counter.pass(Duration.ofSeconds(10));
        counter.seqr.says(WAITS);
        counter.call(PaymentStatusHandler::new, "status");
        counter.seqr.calls.clear();
    }

    private Answer update(String body) {
        return counter.call(UpdatePaymentHandler::new, EventFile.of("update").with("body", body.replace('\'', '"')));
    }

    @Test
    void the_shop_reads_what_is_offered() {
        assertThat(counter.call(ReadPaymentHandler::new, "read-payment").json())
                .containsEntry("status", "PENDING_ISSUER_ACKNOWLEDGE")
                .containsEntry("state", "ISSUED")
                .containsEntry("customerTokens", List.of(PENDING));
        counter.wiring.publisher().publish(Counter.ID);
        assertThat(counter.feed.after("demoshop", 0, 10).get(0).body())
                .contains(
                        "\"type\":\"payment.acknowledgment_required.v1\"",
                        "\"status\":\"PENDING_ISSUER_ACKNOWLEDGE\"",
                        "\"value\":\"9752\"");
    }

    /** The card is between the payer and the shop's own server. */
    @Test
    void a_browser_is_told_nothing_of_it() {
        counter.pass(Duration.ofSeconds(10));
        counter.seqr.says(WAITS).says(WAITS);

        for (Map<String, Object> seen : List.of(
                counter.call(PaymentStatusHandler::new, "status").json(),
                counter.call(PaymentPageHandler::new, "view").json()))
            assertThat(seen).containsEntry("status", "ISSUED").doesNotContainKey("customerTokens");
    }

    @Test
    void the_answer_comes_to_seqr() {
        counter.seqr.agrees();

        Answer answer = update("{'customerTokens':[{'id':'card-1','status':'USED'}]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).containsEntry("status", "ISSUED").containsKey("customerTokens");
        assertThat(counter.seqr.calls).containsExactly("updateInvoice 1001 547.00 SEK card-1 USED");
    }

    @Test
    void a_change_that_does_not_answer_is_refused_and_shows_what_is_to_be_answered() {
        Answer answer = counter.call(UpdatePaymentHandler::new, "update");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("detail").toString()).contains("customerTokens");
        assertThat(((Map<?, ?>) answer.json().get("payment")).get("customerTokens"))
                .isEqualTo(List.of(PENDING));
        assertThat(counter.seqr.calls).isEmpty();
    }
}
