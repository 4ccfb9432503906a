package dev.seqrpay.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.handler.Counter.Answer;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Reminder;
import dev.seqrpay.payment.SeqrGateway.InvoiceStatus;
import dev.seqrpay.payment.State;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a shop is told of what its customer has reserved, from the checkout to the money. */
class CaptureOutcomesTest {
    private static final InvoiceStatus PAID = new InvoiceStatus("PAID", 3, "ers-1", null, Money.of("SEK", "547"));

    private final Counter counter = new Counter();

    @BeforeEach
    void reserve() {
        counter.seqr.issues("1001");
        EventFile checkout = EventFile.of("checkout");
        String order = checkout.json().get("body").toString();
        String reserving = order.replaceFirst(
                "\\{", "{\"paymentMode\":\"RESERVATION_REQUIRED\",\"commitReservationTimeout\":3600,");
        Answer answer = counter.call(CheckoutHandler::new, checkout.with("body", reserving));
        assertThat(answer.json())
                .containsEntry("status", "ISSUED")
                .containsEntry("paymentMode", "RESERVATION_REQUIRED")
                .containsEntry("commitReservationTimeout", 3600)
                .doesNotContainKey("reservedUntil");
        counter.seqr.says("RESERVED", 2).says("RESERVED", 2);
        counter.call(NotificationHandler::new, "notification-post");
        counter.seqr.calls.clear();
        counter.reminders.clear();
    }

    private Answer capture() {
        return counter.call(CapturePaymentHandler::new, "capture");
    }

    private static Map<?, ?> payment(Answer refused) {
        return (Map<?, ?>) refused.json().get("payment");
    }

    @Test
    void the_shop_reads_that_it_is_reserved() {
        assertThat(counter.call(ReadPaymentHandler::new, "read-payment").json())
                .containsEntry("status", "RESERVED")
                .containsEntry("state", "RESERVED")
                .containsEntry(
                        "reservedUntil", counter.instant().plusSeconds(3600).toString());
        counter.wiring.publisher().publish(Counter.ID);
        assertThat(counter.feed.after("demoshop", 0, 10).get(0).body())
                .contains("\"type\":\"payment.reserved.v1\"", "\"reservedUntil\":");
    }

    @Test
    void the_shopper_is_done() {
        assertThat(counter.call(PaymentStatusHandler::new, "status").json()).containsEntry("status", "RESERVED");
        assertThat(counter.call(CancelPaymentHandler::new, "cancel-by-shopper").json())
                .containsEntry("status", "RESERVED");
        assertThat(counter.seqr.calls).isEmpty();
    }

    @Test
    void it_is_captured() {
        counter.seqr.agrees().says(PAID).says(PAID);

        Answer answer = capture();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json())
                .containsEntry("status", "PAID")
                .containsEntry("ersReference", "ers-1")
                .containsKey("reservedUntil");
        assertThat(counter.reminders).containsExactly(new Reminder.KeepWatching(Counter.ID));
        assertThat(capture()).as("asked again").isEqualTo(answer);
    }

    @Test
    void seqr_cannot_say_yet() {
        counter.seqr.isSilent().isSilent();

        Answer answer = capture();

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json()).containsEntry("status", "RESERVED").containsEntry("state", "CAPTURING");
    }

    @Test
    void seqr_refuses_it() {
        counter.seqr.answers(11).says("RESERVED", 2);

        Answer answer = capture();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json()).containsEntry("seqrResultCode", 11);
        assertThat(payment(answer).get("state")).isEqualTo("RESERVED");
    }

    @Test
    void seqr_is_too_busy_to_begin() {
        counter.seqr.answers(93).says("RESERVED", 2);

        Answer answer = capture();

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).containsEntry("retry-after", "2");
        assertThat(payment(answer).get("state")).isEqualTo("RESERVED");
    }

    @Test
    void its_time_was_over() {
        counter.seqr.answers(96).says("CANCELED", 3);

        Answer answer = capture();

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json()).containsEntry("detail", "The payment is CANCELED, and not RESERVED.");
        assertThat(payment(answer).get("reason")).isEqualTo("EXPIRED");
    }

    @Test
    void the_shop_lets_it_go() {
        counter.seqr.agrees().says("CANCELED", 3);

        Answer answer = counter.call(CancelPaymentHandler::new, "cancel");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(counter.payment().state()).isEqualTo(State.CANCELED);
        assertThat(capture().status()).isEqualTo(409);
    }

    @Test
    void it_is_in_the_way_of_another_checkout_for_its_order() {
        EventFile another = Counter.header(EventFile.of("checkout"), "idempotency-key", "another");

        Answer answer = counter.call(CheckoutHandler::new, another);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json()).containsEntry("title", "Order has a reserved payment");
    }
}
