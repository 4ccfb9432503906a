package dev.seqrpay.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqrpay.payment.Reminder;
import dev.seqrpay.payment.Reminders;
import dev.seqrpay.payment.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** A queue of reminders that are dead when they were received once and not dealt with in time. */
public abstract class RemindersContract {
    /** How long one who has received a message may take. */
    protected static final Duration VISIBILITY = Duration.ofSeconds(2);

    protected static final Reminder REMINDER = new Reminder.KeepWatching("pay_å");

    private static final Duration DELAY = Duration.ofSeconds(5);

    protected abstract SqsClient client();

    protected abstract String queueUrl();

    /** What is there at this moment. */
    protected abstract List<String> received();

    /** What is there when that time is over. */
    protected abstract List<String> receivedAfter(Duration time);

    /** What has died when that time is over. */
    protected abstract List<String> deadAfter(Duration time);

    protected final Reminders reminders() {
        return new SqsReminders(this::client, queueUrl());
    }

    @Test
    void a_reminder_comes_when_its_delay_is_over() {
        reminders().send(REMINDER, DELAY);

        assertThat(received()).isEmpty();
        assertThat(receivedAfter(DELAY)).singleElement().satisfies(text -> assertThat(Reminder.read(text))
                .isEqualTo(REMINDER));
    }

    @Test
    void what_failed_too_often_goes_to_the_queue_of_the_dead() {
        reminders().send(REMINDER, Duration.ZERO);
        assertThat(receivedAfter(Duration.ZERO)).containsExactly(REMINDER.text());

        assertThat(deadAfter(VISIBILITY)).containsExactly(REMINDER.text());
        assertThat(received()).isEmpty();
    }

    @Test
    void a_queue_that_is_not_there_takes_nothing() {
        Reminders lost = new SqsReminders(this::client, queueUrl() + "-other");

        assertThatThrownBy(() -> lost.send(REMINDER, Duration.ZERO))
                .isInstanceOf(StoreUnavailable.class)
                .hasCauseInstanceOf(QueueDoesNotExistException.class);
    }
}
