package dev.seqrpay.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqrpay.local.aws.queue.Sqs;
import dev.seqrpay.local.aws.template.QueueResource;
import dev.seqrpay.payment.Reminder;
import dev.seqrpay.payment.StoreUnavailable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** The queue as AWS's own client sees it. */
class SqsTest implements InstantSource {
    private static final String ARN = "arn:aws:sqs:eu-north-1:000000000000:";
    private static final String URL = "https://sqs.eu-north-1.amazonaws.com/000000000000/";
    private static final Reminder REMINDER = Reminder.watch("pay_å");

    private Instant now = Instant.parse("2026-01-01T12:00:00Z");
    private final Sqs sqs = new Sqs(
            List.of(
                    queue("reminders", Optional.of(new QueueResource.Redrive(ARN + "dead", 1))),
                    queue("dead", Optional.empty())),
            this);
    private final SqsClient client = SqsClient.builder()
            .endpointOverride(URI.create(sqs.url()))
            .region(Region.EU_NORTH_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClient(new ShortHttpClient(Duration.ofMinutes(2)))
            .build();

    private static QueueResource queue(String name, Optional<QueueResource.Redrive> redrive) {
        return new QueueResource(name, ARN + name, Duration.ofSeconds(16), redrive);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @AfterEach
    void close() {
        client.close();
        sqs.close();
    }

    @Test
    void takesAReminderWithItsDelay() {
        new SqsReminders(() -> client, URL + "reminders").send(REMINDER, Duration.ofSeconds(8));

        assertThat(sqs.queue(ARN + "reminders").receive(10)).isEmpty();
        now = now.plusSeconds(8);
        assertThat(sqs.queue(ARN + "reminders").receive(10))
                .singleElement()
                .satisfies(message -> assertThat(Reminder.read(message.body())).isEqualTo(REMINDER));
    }

    @Test
    void sendsWhatFailedTooOftenToTheQueueThatTheTemplateNames() {
        new SqsReminders(() -> client, URL + "reminders").send(REMINDER, Duration.ZERO);
        sqs.queue(ARN + "reminders").receive(10);
        now = now.plusSeconds(16);

        assertThat(sqs.queue(ARN + "reminders").receive(10)).isEmpty();
        assertThat(sqs.queue(ARN + "dead").bodies()).containsExactly(REMINDER.text());
    }

    @Test
    void knowsNoOtherQueueNoLongerDelayAndNoOtherOperation() {
        assertThatThrownBy(() -> new SqsReminders(() -> client, URL + "other").send(REMINDER, Duration.ZERO))
                .isInstanceOf(StoreUnavailable.class)
                .hasCauseInstanceOf(QueueDoesNotExistException.class);
        assertThatThrownBy(
                        () -> new SqsReminders(() -> client, URL + "reminders").send(REMINDER, Duration.ofSeconds(901)))
                .isInstanceOf(StoreUnavailable.class)
                .hasCauseInstanceOf(SqsException.class)
                .hasMessageContaining("DelaySeconds");
        assertThatThrownBy(() -> client.purgeQueue(request -> request.queueUrl(URL + "reminders")))
                .isInstanceOf(SqsException.class)
                .hasMessageContaining("SendMessage");
    }
}
