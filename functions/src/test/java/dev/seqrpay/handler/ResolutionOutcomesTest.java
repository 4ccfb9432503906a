package dev.seqrpay.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.deployment.DeployedTemplate;
import dev.seqrpay.handler.Counter.Answer;
import dev.seqrpay.http.Json;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.SeqrGateway.InvoiceStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person who decides is told, and what the shop then reads. */
class ResolutionOutcomesTest {
    private final Counter counter = new Counter();

    @BeforeEach
    void seqrSaysThatAnotherAmountIsPaid() {
        counter.issue();
        InvoiceStatus other = new InvoiceStatus("PAID", 2, "ers-1", null, Money.of("SEK", "1"));
        counter.seqr.says(other).says(other);
        counter.call(NotificationHandler::new, "notification-post");
        counter.seqr.calls.clear();
    }

    private Answer resolve(Map<String, Object> body) {
        return counter.call(
                ResolvePaymentHandler::new, EventFile.of("resolution").with("body", Json.write(body)));
    }

    @Test
    void it_is_paid_and_the_history_says_who_and_why() {
        counter.saysPaid();
        Answer answer = counter.call(ResolvePaymentHandler::new, "resolution");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).containsEntry("status", "PAID").containsEntry("ersReference", "ers-1");
        List<Map<String, Object>> history = DeployedTemplate.at(
                counter.call(ReadPaymentHandler::new, "read-history").json(), "events");
        assertThat(history.get(history.size() - 1))
                .containsEntry("from", "REVIEW")
                .containsEntry("to", "PAID")
                .containsEntry("cause", "PERSON")
                .containsEntry("by", "support")
                .containsEntry("why", "in SEQR's report of the day");
        counter.call(PublishHandler::new, EventFile.of("publish"), null);
        assertThat(counter.feed.after("demoshop", 0, 10))
                .extracting(event -> event.type())
                .containsExactly("payment.review.v1", "payment.paid.v1");
    }

    @Test
    void seqr_says_otherwise() {
        counter.seqr.says("CANCELED", 3);
        Answer answer = counter.call(ResolvePaymentHandler::new, "resolution");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json())
                .containsEntry("title", "Not decided")
                .containsEntry("detail", "SEQR says CANCELED, and not that it is paid.");
    }

    @Test
    void seqr_says_nothing() {
        counter.seqr.isSilent();
        Answer answer = counter.call(ResolvePaymentHandler::new, "resolution");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(counter.payment().state().name()).isEqualTo("REVIEW");
    }

    @Test
    void what_is_not_in_review_is_not_decided() {
        resolve(Map.of("found", "paid_back", "by", "support", "why", "her bank shows it"));
        Answer again = resolve(Map.of("found", "paid", "by", "support", "why", "no"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json()).containsEntry("detail", "The payment is CANCELED, and not in review.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"found\":\"paid\"}",
                "{\"found\":\"paid\",\"by\":\"support\",\"why\":\" \"}",
                "{\"found\":\"paid\",\"by\":\"\",\"why\":\"b\"}",
                "{\"found\":\"PAID\",\"by\":\"support\",\"why\":\"b\"}",
                "{\"found\":\"paid\",\"by\":\"support\",\"why\":\"b\",\"amount\":1}"
            })
    void a_decision_without_who_what_or_why_is_none(String body) {
        Answer answer = counter.call(
                ResolvePaymentHandler::new, EventFile.of("resolution").with("body", body));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(counter.seqr.calls).isEmpty();
    }

    @Test
    void a_refund_of_unknown_outcome_is_booked() {
        counter.saysPaid();
        counter.call(ResolvePaymentHandler::new, "resolution");
        counter.seqr.isSilent().isSilent();
        String refund = (String)
                counter.call(RefundPaymentHandler::new, "refund").json().get("id");

        Map<String, Object> path = Map.of("id", Counter.ID, "refund", refund);
        Answer answer = counter.call(
                ResolvePaymentHandler::new, EventFile.of("refund-resolution").with("pathParameters", path));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).containsEntry("id", refund).containsEntry("state", "SETTLED");
        assertThat(counter.payment().reserved().isPositive()).isFalse();
    }

    @Test
    void a_refund_that_is_not_there_is_not_decided() {
        assertThat(counter.call(ResolvePaymentHandler::new, "refund-resolution").status())
                .isEqualTo(409);
    }
}
