package dev.seqrpay.local.aws.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import dev.seqrpay.local.aws.function.Functions;
import dev.seqrpay.local.aws.template.QueueEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventSourceTest {
    private static final String ARN = "arn:aws:sqs:eu-north-1:000000000000:reminders";
    private static final QueueEvent EVENT = new QueueEvent(ARN, 10, true);

    private final List<String> errors = new ArrayList<>();
    private final EventSource source = new EventSource(errors::add);
    private final Queue queue = new Queue(InstantSource.system(), Duration.ofMinutes(1), 3, body -> {});

    @AfterEach
    void close() {
        source.close();
    }

    private void deliver(QueueEvent event, RequestStreamHandler handler) {
        source.deliver(Functions.host(handler), event, queue, queue.receive(event.batchSize()));
    }

    @Test
    void sendsLambdasEvent() {
        queue.send("å", Duration.ZERO);
        List<SQSEvent> events = new ArrayList<>();

        deliver(EVENT, (in, out, context) -> {
            events.add(LambdaEventSerializers.serializerFor(
                            SQSEvent.class, getClass().getClassLoader())
                    .fromJson(in));
            out.write("{\"batchItemFailures\":[]}".getBytes(UTF_8));
        });

        SQSEvent.SQSMessage message = events.get(0).getRecords().get(0);
        assertThat(message.getBody()).isEqualTo("å");
        assertThat(message.getEventSourceArn()).isEqualTo(ARN);
        assertThat(message.getAttributes()).containsEntry("ApproximateReceiveCount", "1");
        assertThat(queue.bodies()).isEmpty();
    }

    @Test
    void leavesWhatTheFunctionNames() {
        queue.send("good", Duration.ZERO);
        queue.send("bad", Duration.ZERO);

        deliver(EVENT, (in, out, context) -> {
            String event = new String(in.readAllBytes(), UTF_8);
            String bad = event.replaceFirst(
                    "(?s).*\"messageId\":\"([^\"]*)\",\"receiptHandle\":\"[^\"]*\",\"body\":\"bad\".*", "$1");
            out.write(("{\"batchItemFailures\":[{\"itemIdentifier\":\"" + bad + "\"}]}").getBytes(UTF_8));
        });

        assertThat(queue.bodies()).containsExactly("bad");
    }

    @Test
    void leavesAllIfTheFunctionFailed() {
        queue.send("a", Duration.ZERO);

        deliver(EVENT, (in, out, context) -> {
            throw new IOException("no");
        });

        assertThat(queue.bodies()).containsExactly("a");
        assertThat(errors).singleElement().asString().contains("Tested");
    }

    @Test
    void leavesNothingIfTheFunctionDoesNotReportFailures() {
        queue.send("a", Duration.ZERO);

        deliver(new QueueEvent(ARN, 10, false), (in, out, context) -> {});

        assertThat(queue.bodies()).isEmpty();
    }
}
