package dev.seqrpay.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.handler.Counter.Answer;
import dev.seqrpay.payment.Reminder;
import dev.seqrpay.payment.State;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What SEQR is told of its notification, for each way in which it can end. */
class NotificationOutcomesTest {
    private final Counter counter = new Counter();

    @ParameterizedTest
    @ValueSource(strings = {"notification-post", "notification-get"})
    void the_outcome_is_stored_and_a_second_one_asks_nothing(String event) {
        counter.issue();
        counter.saysPaid().saysPaid();

        assertThat(notify(event)).extracting(Answer::status, Answer::json).containsExactly(204, Map.of());
        assertThat(counter.payment().state()).isEqualTo(State.PAID);
        assertThat(counter.seqr.calls).hasSize(2);
        assertThat(notify(event).status()).isEqualTo(204);
        assertThat(counter.seqr.calls).hasSize(2);
    }

    @Test
    void seqr_itself_says_that_it_is_still_open() {
        counter.issue();
        counter.seqr.says("ISSUED", 1).says("ISSUED", 1).says("ISSUED", 1);

        assertThat(notify("notification-post"))
                .extracting(Answer::status, Answer::json)
                .containsExactly(202, Map.of());
        assertThat(counter.seqr.hasSaidAll()).isTrue();
        assertThat(counter.reminders).doesNotHaveAnyElementsOfTypes(Reminder.AskAgain.class);
    }

    @Test
    void seqr_cannot_be_asked_and_the_queue_goes_on() {
        counter.issue();
        for (int tries = 0; tries < 20; tries++) counter.seqr.isSilent();
        Answer answer = notify("notification-post");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json())
                .containsEntry("title", "SEQR unavailable")
                .containsEntry("detail", "The outcome is not known yet.");
        assertThat(counter.reminders)
                .filteredOn(reminder -> reminder instanceof Reminder.AskAgain)
                .extracting(Reminder::paymentId)
                .containsExactly(Counter.ID);
        assertThat(counter.payment().state()).isEqualTo(State.ISSUED);
    }

    @Test
    void there_is_no_such_payment() {
        assertThat(notify("notification-post").status()).isEqualTo(404);
        assertThat(counter.seqr.calls).isEmpty();
        assertThat(counter.reminders).isEmpty();
    }

    /** Text comes as it is, anything else in base64 ("Working with AWS Lambda proxy integrations", API Gateway developer guide). */
    @ParameterizedTest
    @CsvSource({
        "70000, application/x-www-form-urlencoded, true",
        "70000, application/json, false",
        "5000000, text/plain, false",
        "5000000, application/octet-stream, true",
        "5000000, no type at all, true"
    })
    void a_body_of_any_size_and_type_is_taken(int bytes, String type, boolean isBase64) {
        counter.issue();
        counter.saysPaid().saysPaid();
        byte[] body = "a".repeat(bytes).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        EventFile event = Counter.header(EventFile.of("notification-post"), "content-type", type)
                .with("body", isBase64 ? Base64.getEncoder().encodeToString(body) : "a".repeat(bytes))
                .with("isBase64Encoded", isBase64);

        assertThat(counter.call(NotificationHandler::new, event).status()).isEqualTo(204);
        assertThat(counter.payment().state()).isEqualTo(State.PAID);
    }

    private Answer notify(String event) {
        return counter.call(NotificationHandler::new, event);
    }
}
