package dev.seqrpay.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.deployment.DeployedTemplate;
import dev.seqrpay.handler.Counter.Answer;
import dev.seqrpay.http.TokensTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a shop is told of a refund of 149 of its 547 crowns, for each way in which it can end. */
class RefundOutcomesTest {
    private final Counter counter = new Counter();

    @BeforeEach
    void pay() {
        counter.issue();
        counter.capture();
    }

    @Test
    void seqr_agrees() {
        counter.seqr.refunds("ers-r");
        Answer answer = refund();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json())
                .containsEntry("paymentId", Counter.ID)
                .containsEntry("id", TokensTest.TOKENS.refund(Counter.ID, "return-1"))
                .containsEntry("amount", Map.of("currency", "SEK", "value", "149.00"))
                .containsEntry("state", "SETTLED")
                .containsEntry("ersReference", "ers-r");
        assertThat(refundedAmount()).isEqualTo("149.00");

        assertThat(refund()).as("asked again").isEqualTo(answer);
        assertThat(counter.seqr.calls).hasSize(1);
        assertThat(refundedAmount()).isEqualTo("149.00");
    }

    @Test
    void an_answer_that_repeats_an_earlier_one_says_so() {
        counter.seqr.refunds("ers-r");
        assertThat(refund().headers()).doesNotContainKey("idempotency-replayed");
        counter.pass(Duration.ofMillis(1));
        assertThat(refund().headers()).containsEntry("idempotency-replayed", "true");

        counter.seqr.answers(99);
        assertThat(refund("other", "10.00").headers()).doesNotContainKey("idempotency-replayed");
        counter.pass(Duration.ofMillis(1));
        assertThat(refund("other", "10.00").headers()).containsEntry("idempotency-replayed", "true");
    }

    @Test
    void seqr_refuses_and_the_amount_is_free_again() {
        counter.seqr.answers(99);
        Answer answer = refund();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json()).containsEntry("title", "Refused by SEQR").containsEntry("seqrResultCode", 99);
        assertThat(refundedAmount()).isEqualTo("0.00");

        assertThat(refund()).as("asked again").isEqualTo(answer);
        assertThat(counter.seqr.calls).hasSize(1);
        counter.seqr.refunds("ers-r");
        assertThat(refund("all-of-it", "547.00").status()).isEqualTo(201);
        assertThat(refundedAmount()).isEqualTo("547.00");
    }

    @Test
    void seqrs_answer_is_lost_and_the_amount_is_neither_given_back_nor_free() {
        counter.seqr.isSilent();
        Answer answer = refund();

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json())
                .containsEntry("state", "UNKNOWN")
                .doesNotContainKeys("ersReference", "seqrResultCode");
        assertThat(refundedAmount()).isEqualTo("0.00");

        assertThat(refund()).as("asked again").isEqualTo(answer);
        assertThat(refund("too-much", "398.01").status()).isEqualTo(409);
        assertThat(counter.seqr.calls).hasSize(1);
        counter.seqr.refunds("ers-r");
        assertThat(refund("the-rest", "398.00").status()).isEqualTo(201);
        assertThat(refundedAmount()).isEqualTo("398.00");
    }

    @Test
    void the_key_was_used_for_another_amount() {
        counter.seqr.refunds("ers-r");
        refund();
        Answer answer = refund("return-1", "150.00");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json())
                .containsEntry("title", "Refund refused")
                .containsEntry("detail", "this Idempotency-Key was used for another refund");
        assertThat(refundedAmount()).isEqualTo("149.00");
    }

    @Test
    void the_payment_is_not_paid() {
        Counter open = new Counter();
        open.issue();
        Answer answer = open.call(RefundPaymentHandler::new, "refund");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json()).containsEntry("detail", "only a paid payment can be refunded");
        assertThat(open.seqr.calls).isEmpty();
    }

    @Test
    void keys_that_differ_in_case_or_at_their_end_are_refunds_of_their_own() {
        counter.seqr.refunds("ers-1").refunds("ers-2").refunds("ers-3");

        assertThat(refund().status()).isEqualTo(201);
        assertThat(refund("Return-1", "149.00").status()).isEqualTo(201);
        assertThat(refund("return-2", "149.00").status()).isEqualTo(201);
        assertThat(refundedAmount()).isEqualTo("447.00");
    }

    @Test
    void nothing_or_less_is_no_amount_to_give_back() {
        Answer none = refund("nothing", "0.00");

        assertThat(none.status()).isEqualTo(400);
        assertThat(none.json()).containsEntry("detail", "amount.value must be more than zero");
        assertThat(refund("less", "-1").status()).isEqualTo(400);
        EventFile unsaid = EventFile.of("refund").with("body", "{}");
        assertThat(counter.call(RefundPaymentHandler::new, unsaid).json()).containsEntry("detail", "amount is missing");
        assertThat(counter.seqr.calls).isEmpty();
    }

    private Answer refund() {
        return counter.call(RefundPaymentHandler::new, "refund");
    }

    private Answer refund(String key, String value) {
        EventFile event = Counter.header(EventFile.of("refund"), "idempotency-key", key);
        return counter.call(
                RefundPaymentHandler::new,
                event.with("body", "{\"amount\": {\"currency\": \"SEK\", \"value\": \"" + value + "\"}}"));
    }

    private String refundedAmount() {
        Answer answer = counter.call(ReadPaymentHandler::new, "read-payment");
        return DeployedTemplate.at(answer.json(), "refundedAmount", "value");
    }
}
