package dev.seqrpay.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.deployment.DeployedTemplate;
import dev.seqrpay.handler.Counter.Answer;
import dev.seqrpay.http.TokensTest;
import dev.seqrpay.merchant.CheckoutRules;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** What a shop is told of its checkout, for each way in which it can end. */
class CheckoutOutcomesTest {
    private final Counter counter = new Counter();

    @Test
    void seqr_issues() {
        counter.seqr.issues("1001");
        Answer answer = checkout();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.headers()).containsEntry("location", "/payments/" + Counter.ID);
        assertThat(answer.json())
                .containsEntry("id", Counter.ID)
                .containsEntry("status", "ISSUED")
                .containsEntry("qrCode", "HTTP://SEQR.SE/R1001")
                .containsEntry(
                        "expiresAt",
                        counter.instant().plus(Duration.ofMinutes(15)).toString());
        assertThat(answer.headers()).doesNotContainKey("idempotency-replayed");
        assertThat(checkout()).as("asked again").isEqualTo(answer);
        assertThat(counter.seqr.calls).hasSize(1);
    }

    @Test
    void an_answer_that_repeats_an_earlier_one_says_so() {
        counter.seqr.issues("1001");
        Answer first = checkout();
        counter.pass(Duration.ofMillis(1));
        Answer second = checkout();

        assertThat(second.headers()).containsEntry("idempotency-replayed", "true");
        assertThat(second.json()).isEqualTo(first.json());
    }

    @Test
    void a_shop_that_is_switched_off_makes_no_payment_and_reads_those_it_has() {
        counter.seqr.issues("1001");
        checkout();
        counter.shop.settles(new CheckoutRules(true, false, null, Collections.emptySortedMap()));

        assertThat(checkout().status()).isEqualTo(403);
        assertThat(checkout().json()).containsEntry("title", "Switched off");
        assertThat(counter.call(ReadPaymentHandler::new, "read-payment").status())
                .isEqualTo(200);
        assertThat(counter.seqr.calls).hasSize(1);
    }

    @Test
    void seqr_gives_no_answer_and_the_same_key_tries_again() {
        counter.seqr.isSilent().meanwhile(() -> comeBack(checkout(), 409, "In progress"));
        comeBack(checkout(), 503, "SEQR unavailable");

        counter.pass(Duration.ofSeconds(2));
        counter.seqr.issues("1001");
        assertThat(checkout().status()).isEqualTo(201);
    }

    private static void comeBack(Answer answer, int status, String title) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json()).containsEntry("title", title);
        assertThat(answer.headers()).containsEntry("retry-after", "2");
    }

    @Test
    void the_same_key_comes_behind_the_expiry_and_nothing_was_issued() {
        counter.seqr.isSilent();
        checkout();
        counter.seqr.calls.clear();
        counter.pass(Duration.ofMinutes(15));
        Answer answer = checkout();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json())
                .containsEntry("status", "FAILED")
                .containsEntry("reason", "NOT_ISSUED")
                .doesNotContainKeys("qrCode", "seqrLink");
        assertThat(counter.seqr.calls).isEmpty();
        assertThat(checkout()).isEqualTo(answer);
    }

    @Test
    void the_same_key_comes_behind_the_expiry_of_a_payment_that_is_cancelled() {
        counter.issue();
        counter.seqr.agrees().says("EXPIRED", 2);
        counter.pass(Duration.ofMinutes(16));
        counter.call(CancelPaymentHandler::new, "cancel");
        counter.seqr.calls.clear();

        assertThat(checkout().json()).containsEntry("status", "CANCELED").containsEntry("reason", "EXPIRED");
        assertThat(counter.seqr.calls).isEmpty();
    }

    @Test
    void seqr_refuses_the_invoice() {
        counter.seqr.answers(49);
        Answer answer = checkout();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json()).containsEntry("title", "Refused by SEQR").containsEntry("seqrResultCode", 49);
        assertThat(checkout().json()).containsEntry("status", "FAILED").containsEntry("reason", "REFUSED_BY_SEQR");
        assertThat(counter.seqr.calls).hasSize(1);
    }

    @Test
    void the_key_was_used_for_another_order() {
        counter.issue();
        EventFile event = EventFile.of("checkout");
        String other = ((String) event.json().get("body")).replace("\"1001\"", "\"1002\"");

        assertThat(checkout(event.with("body", other)))
                .extracting(Answer::status, answer -> answer.json().get("title"))
                .containsExactly(422, "Idempotency-Key reused");
    }

    @Test
    void the_order_has_an_open_payment_which_is_shown() {
        counter.issue();
        Answer first = checkout();
        Answer answer = checkout("order-1001-again");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json())
                .containsEntry("title", "Order has an open payment")
                .containsEntry("payment", first.json());
        assertThat(counter.seqr.calls).isEmpty();
    }

    @Test
    void the_order_is_paid() {
        counter.issue();
        counter.capture();
        Answer answer = checkout("order-1001-again");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json())
                .containsEntry("title", "Order is paid")
                .containsEntry("detail", "The order has the payment " + Counter.ID + ", which is PAID.");
        assertThat(DeployedTemplate.<String>at(answer.json(), "payment", "status"))
                .isEqualTo("PAID");
    }

    @Test
    void keys_that_differ_in_case_or_at_their_end_are_payments_of_their_own() {
        counter.issue();
        for (String key : new String[] {"Order-1001", "ORDER-1001", "order-1002", "order-1001.", "order-100"})
            assertThat(checkout(key).status()).as(key).isEqualTo(409);
        String longest = "k".repeat(254);
        assertThat(TokensTest.TOKENS.payment("demoshop", longest + "a"))
                .isNotEqualTo(TokensTest.TOKENS.payment("demoshop", longest + "b"));
    }

    private Answer checkout() {
        return checkout(EventFile.of("checkout"));
    }

    private Answer checkout(String key) {
        return checkout(Counter.header(EventFile.of("checkout"), "idempotency-key", key));
    }

    private Answer checkout(EventFile event) {
        return counter.call(CheckoutHandler::new, event);
    }
}
