package dev.seqrpay.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.handler.Counter.Answer;
import dev.seqrpay.merchant.CheckoutRules;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.SeqrGateway.InvoiceStatus;
import dev.seqrpay.payment.State;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a shop is told that changes an order: from 547.00 to the 149.00 of the event. */
class UpdateOutcomesTest {
    private static final Map<String, String> BEFORE = Map.of("currency", "SEK", "value", "547.00");
    private static final Map<String, String> AFTER = Map.of("currency", "SEK", "value", "149.00");

    private final Counter counter = new Counter();

    @BeforeEach
    void issue() {
        counter.issue();
        counter.pass(Duration.ofSeconds(10));
    }

    private Answer update() {
        return counter.call(UpdatePaymentHandler::new, "update");
    }

    private static Map<?, ?> payment(Answer refused) {
        return (Map<?, ?>) refused.json().get("payment");
    }

    private Counter saysPaid(String total) {
        counter.seqr.says(new InvoiceStatus("PAID", 2, "ers-1", null, Money.of("SEK", total)));
        return counter;
    }

    @Test
    void seqr_has_the_change() {
        counter.seqr.agrees();

        Answer answer = update();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json())
                .containsEntry("status", "ISSUED")
                .containsEntry("totalAmount", AFTER)
                .doesNotContainKey("missedTotalAmount");
        assertThat(counter.payment().invoice().rows()).hasSize(1);
    }

    @Test
    void seqr_refuses_it() {
        counter.seqr.answers(49).says("ISSUED", 1);

        Answer answer = update();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json()).containsEntry("seqrResultCode", 49);
        assertThat(payment(answer).get("totalAmount")).isEqualTo(BEFORE);
    }

    @Test
    void seqr_does_not_answer() {
        counter.seqr.isSilent().isSilent();

        Answer answer = update();

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).containsEntry("retry-after", "2");
        assertThat(payment(answer).get("totalAmount")).isEqualTo(AFTER);
    }

    @Test
    void the_payer_was_faster() {
        counter.seqr.answers(90);
        saysPaid("547");
        saysPaid("547");

        Answer answer = update();

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("detail").toString()).contains("The payment is PAID");
        assertThat(payment(answer).get("totalAmount")).isEqualTo(BEFORE);
        assertThat(payment(answer).get("missedTotalAmount")).isEqualTo(AFTER);
    }

    /** The shop hears of it where it hears that it was paid. */
    @Test
    void the_payer_pays_the_old_total_after_the_change() {
        counter.seqr.agrees();
        update();
        saysPaid("547");
        saysPaid("547");
        counter.call(NotificationHandler::new, "notification-post");

        assertThat(counter.payment().state()).isEqualTo(State.PAID);
        assertThat(counter.call(ReadPaymentHandler::new, "read-payment").json())
                .containsEntry("totalAmount", BEFORE)
                .containsEntry("missedTotalAmount", AFTER);
        counter.wiring.publisher().publish(Counter.ID);
        assertThat(counter.feed.after("demoshop", 0, 10).get(0).body())
                .contains("\"missedTotalAmount\":{\"currency\":\"SEK\",\"value\":\"149.00\"}");
    }

    @Test
    void what_does_not_wait_stays_as_it_is() {
        counter.capture();

        Answer answer = update();

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("detail"))
                .isEqualTo("The payment is PAID: only one that is ISSUED or RESERVED can be changed.");
        assertThat(counter.seqr.calls).isEmpty();
    }

    @Test
    void bad_fields_are_named() {
        assertThat(wrong("149.00", "148.00")).contains("totalAmount.value");
        assertThat(wrong("\"SEK\"", "\"EUR\"")).contains("totalAmount.currency must be that of the payment");
        assertThat(wrong("{\"invoiceRows\"", "{\"orderId\":\"1\",\"invoiceRows\""))
                .contains("orderId is not a field");
        counter.shop.settles(new CheckoutRules(false, false, null, new TreeMap<>(Map.of("SEK", BigDecimal.TEN))));
        assertThat(wrong("149", "149")).contains("totalAmount.value is more than this shop's limit");
        assertThat(counter.seqr.calls).isEmpty();
        assertThat(counter.payment().invoice().total()).isEqualTo(Money.of("SEK", "547"));
    }

    private String wrong(String part, String by) {
        EventFile update = EventFile.of("update");
        String body = update.json().get("body").toString();
        String bad = part.equals("149.00") ? body.replaceFirst(part, by) : body.replace(part, by);
        Answer answer = counter.call(UpdatePaymentHandler::new, update.with("body", bad));
        assertThat(answer.status()).isEqualTo(400);
        return answer.json().get("detail").toString();
    }
}
