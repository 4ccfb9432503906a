package dev.seqrpay.localstack;

import dev.seqrpay.aws.RemindersContract;
import dev.seqrpay.local.aws.template.QueueResource;
import dev.seqrpay.local.aws.template.QueueResource.Redrive;
import dev.seqrpay.loopback.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Time is the stand-in's own here: what is to come is awaited. */
@OnStandIn
class RemindersTest extends RemindersContract {
    private static final int MOST = 10;

    private Queues queues;
    private String url;
    private String dead;

    @BeforeEach
    void create() {
        queues = new Queues();
        String name = "reminders-" + UUID.randomUUID();
        dead = queues.create(new QueueResource(name + "-dead", name + "-dead", VISIBILITY, Optional.empty()));
        url = queues.create(new QueueResource(name, name, VISIBILITY, Optional.of(new Redrive(name + "-dead", 1))));
    }

    @AfterEach
    void close() {
        queues.close();
    }

    @Override
    protected SqsClient client() {
        return queues.client();
    }

    @Override
    protected String queueUrl() {
        return url;
    }

    @Override
    protected List<String> received() {
        return receive(url);
    }

    @Override
    protected List<String> receivedAfter(Duration time) {
        List<String> bodies = new ArrayList<>();
        Await.until(() -> bodies.addAll(received()));
        return bodies;
    }

    /** A message dies when it is to be received once more. */
    @Override
    protected List<String> deadAfter(Duration time) {
        List<String> bodies = new ArrayList<>();
        Await.until(() -> {
            received();
            return bodies.addAll(receive(dead));
        });
        return bodies;
    }

    private List<String> receive(String queue) {
        return queues.receive(queue, MOST, Duration.ZERO).stream()
                .map(Message::body)
                .toList();
    }
}
