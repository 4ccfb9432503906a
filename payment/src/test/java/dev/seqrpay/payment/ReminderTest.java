package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReminderTest {
    @Test
    void what_was_written_is_read() {
        Reminder reminder = new Reminder.AskAgain("pay_abc");

        assertThat(reminder.text()).isEqualTo("NOTIFICATION pay_abc");
        assertThat(Reminder.read("NOTIFICATION pay_abc")).isEqualTo(reminder);
        assertThat(Reminder.read("WATCH pay_abc")).isEqualTo(new Reminder.KeepWatching("pay_abc"));
    }

    @Test
    void what_is_to_be_discarded_carries_its_reference() {
        Reminder reminder = new Reminder.CloseOrphan("pay_abc", "1001");

        assertThat(reminder.text()).isEqualTo("DISCARD pay_abc 1001");
        assertThat(Reminder.read("DISCARD pay_abc 1001")).isEqualTo(reminder);
    }

    @Test
    void a_receipt_carries_its_attempt() {
        Reminder reminder = new Reminder.HandOverReceipt("pay_abc", 2);

        assertThat(reminder.text()).isEqualTo("RECEIPT pay_abc 2");
        assertThat(Reminder.read("RECEIPT pay_abc 2")).isEqualTo(reminder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "WATCH",
                "pay_abc",
                "WATCH pay_a pay_b",
                "DISCARD pay_abc",
                "DISCARD pay_abc 1 2",
                "NOTIFICATION pay_abc 1001",
                "SWEEP pay_abc",
                "RECEIPT pay_abc",
                "RECEIPT pay_abc 0",
                "RECEIPT pay_abc 10",
                "RECEIPT pay_abc x",
                "watch pay_abc",
                "{}"
            })
    void what_is_no_reminder_is_refused(String body) {
        assertThatIllegalArgumentException().isThrownBy(() -> Reminder.read(body));
    }
}
