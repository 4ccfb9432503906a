package dev.seqrpay.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.SeqrException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

class ProblemTest {
    @Test
    void a_problem_is_problem_json_that_no_cache_keeps() {
        Response response = new Problem(409, "Not cancelled", "The payment is PAID.")
                .with("paymentStatus", "PAID")
                .response();

        assertThat(response.status()).isEqualTo(409);
        assertThat(response.headers())
                .containsEntry("content-type", "application/problem+json")
                .containsEntry("cache-control", "no-store");
        assertThat(JSON.std.mapFrom(response.body()))
                .isEqualTo(Map.of(
                        "title",
                        "Not cancelled",
                        "status",
                        409,
                        "detail",
                        "The payment is PAID.",
                        "paymentStatus",
                        "PAID"));
    }

    @Test
    void all_fields_are_listed_and_the_first_is_the_detail() {
        Problem problem = Problem.invalid(
                List.of(new Problem.FieldError("orderId", "is missing"), new Problem.FieldError("title", "is odd")));

        assertThat(JSON.std.mapFrom(problem.response().body()))
                .isEqualTo(Map.of(
                        "title",
                        "Invalid request",
                        "status",
                        400,
                        "detail",
                        "orderId is missing",
                        "errors",
                        List.of(
                                Map.of("field", "orderId", "reason", "is missing"),
                                Map.of("field", "title", "reason", "is odd"))));
    }

    @Test
    void what_seqr_did_not_answer_is_to_be_asked_again_and_says_nothing_of_the_inside() {
        Response response = Problem.of(SeqrException.unknown("getPaymentStatus", "connect to 10.0.0.1 refused", null))
                .response();

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.headers()).containsEntry("retry-after", "2");
        assertThat(response.body()).doesNotContain("10.0.0.1", "seqrResultCode");
    }

    @Test
    void a_refund_that_was_not_done_is_to_be_asked_for_again_with_the_same_key() {
        Refund refund =
                new Refund("ref_a", "pay_a", Money.of("SEK", "1"), Refund.State.NOT_DONE, null, 93, Instant.EPOCH);
        Response response = Problem.notDone(refund).response();

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.headers()).containsEntry("retry-after", "2");
        assertThat(JSON.std.mapFrom(response.body()))
                .containsEntry("seqrResultCode", 93)
                .containsEntry(
                        "detail", "SEQR has given nothing back. Ask again with the same Idempotency-Key in a moment.");
    }

    @Test
    void seqrs_own_result_code_is_passed_on() {
        Response response =
                Problem.of(SeqrException.answered("refundPayment", 98)).response();
        assertThat(JSON.std.mapFrom(response.body())).containsEntry("seqrResultCode", 98);
    }

    @Test
    void what_a_caller_sent_cannot_break_out_of_the_json() {
        Response response = Problem.invalid("a\"b\n\u2028</script>", "is wrong").response();
        assertThat(JSON.std.mapFrom(response.body())).containsEntry("detail", "a\"b\n\u2028</script> is wrong");
    }
}
