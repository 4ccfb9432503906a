package dev.seqrpay.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqrpay.local.aws.queue.QueuedMessage;
import dev.seqrpay.local.aws.queue.Sqs;
import dev.seqrpay.local.aws.template.QueueResource;
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
import software.amazon.awssdk.services.sqs.model.SqsException;

/** In the runner's SQS, as AWS's own client sees it. */
class SqsTest extends RemindersContract implements InstantSource {
    private static final String ARN = "arn:aws:sqs:eu-north-1:000000000000:";
    private static final String URL = "https://sqs.eu-north-1.amazonaws.com/000000000000/";

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
        return new QueueResource(name, ARN + name, VISIBILITY, redrive);
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

    @Override
    protected SqsClient client() {
        return client;
    }

    @Override
    protected String queueUrl() {
        return URL + "reminders";
    }

    @Override
    protected List<String> received() {
        return sqs.queue(ARN + "reminders").receive(10).stream()
                .map(QueuedMessage::body)
                .toList();
    }

    @Override
    protected List<String> receivedAfter(Duration time) {
        now = now.plus(time);
        return received();
    }

    /** They are moved when the queue is looked at, which AWS does by itself. */
    @Override
    protected List<String> deadAfter(Duration time) {
        assertThat(receivedAfter(time)).isEmpty();
        return sqs.queue(ARN + "dead").bodies();
    }

    @Test
    void no_delay_is_longer_than_aws_allows() {
        assertThatThrownBy(() -> reminders().send(REMINDER, Duration.ofSeconds(901)))
                .isInstanceOf(StoreUnavailable.class)
                .hasCauseInstanceOf(SqsException.class)
                .hasMessageContaining("DelaySeconds");
    }

    @Test
    void every_other_operation_is_refused() {
        assertThatThrownBy(() -> client.purgeQueue(request -> request.queueUrl(queueUrl())))
                .isInstanceOf(SqsException.class)
                .hasMessageContaining("SendMessage");
    }
}
