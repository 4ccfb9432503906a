package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReminderTest {
    @Test
    void what_was_written_is_read() {
        Reminder reminder = new Reminder("pay_abc", Cause.NOTIFICATION);

        assertThat(reminder.text()).isEqualTo("NOTIFICATION pay_abc");
        assertThat(Reminder.read("NOTIFICATION pay_abc")).isEqualTo(reminder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "WATCH", "pay_abc", "WATCH pay_a pay_b", "watch pay_abc", "{}"})
    void what_is_no_reminder_is_refused(String body) {
        assertThatIllegalArgumentException().isThrownBy(() -> Reminder.read(body));
    }
}
