package dev.seqrpay.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.Reminder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the receipt that SEQR is to have. */
class ReceiptOutcomesTest {
    private static final Reminder FIRST = new Reminder.HandOverReceipt(Counter.ID, 1);

    private final Counter counter = new Counter();

    @BeforeEach
    void a_paid_payment() {
        counter.issue();
        counter.capture();
        counter.reminders.clear();
        counter.lines.clear();
    }

    @Test
    void once_it_is_told_as_paid_its_receipt_is_handed_over_later() {
        counter.wiring.publisher().publish(Counter.ID);

        assertThat(counter.reminders).containsExactly(FIRST);
        counter.seqr.agrees();
        counter.wiring.watch().handle(FIRST);
        assertThat(counter.seqr.calls)
                .singleElement()
                .asString()
                .startsWith("submitPaymentReceipt ers-1 ")
                .contains("547.00 SEK");
        assertThat(counter.lines).isEmpty();
    }

    @Test
    void what_seqr_does_not_take_is_told_to_the_log() {
        counter.seqr.answers(23);

        counter.wiring.watch().handle(FIRST);

        assertThat(counter.lines).singleElement().satisfies(line -> assertThat(line)
                .containsEntry("event", "error")
                .containsEntry("payment", Counter.ID));
        assertThat(counter.reminders).isEmpty();
    }
}
