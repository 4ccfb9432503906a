package dev.seqrpay.local.aws.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.local.aws.function.FunctionHost;
import dev.seqrpay.local.aws.function.Functions;
import dev.seqrpay.local.aws.template.QueueEvent;
import dev.seqrpay.local.aws.template.QueueResource;
import dev.seqrpay.loopback.Await;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Functions that send themselves messages, directly and over another one. */
class LoopTest {
    private static final String ARN = "arn:aws:sqs:eu-north-1:000000000000:";
    private static final String URL = "https://sqs.eu-north-1.amazonaws.com/000000000000/";
    private static final Duration WITHIN = Duration.ofSeconds(20);
    private static final byte[] ALL_DONE = "{\"batchItemFailures\":[]}".getBytes(StandardCharsets.UTF_8);

    private final ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();
    private final EventSource source = new EventSource(errors::add);
    private final Sqs sqs = new Sqs(
            List.of(
                    queue("one", "dead"),
                    queue("two", "dead"),
                    new QueueResource("dead", ARN + "dead", WITHIN, Optional.empty())),
            InstantSource.system());
    private final AtomicInteger calls = new AtomicInteger();

    private static QueueResource queue(String name, String deadLetters) {
        return new QueueResource(
                name, ARN + name, WITHIN, Optional.of(new QueueResource.Redrive(ARN + deadLetters, 100)));
    }

    @AfterEach
    void close() {
        source.close();
        sqs.close();
    }

    @Test
    void one_that_is_not_meant_to_is_ended_after_sixteen_rounds_and_its_message_is_a_dead_letter() {
        source.serve(List.of(function("Self", "one", false, forwards("Self", "one"))), sqs);
        send("one", "again");

        // the message is a dead letter a moment before that is told
        Await.until(WITHIN, () -> dead().equals(List.of("again")) && !errors.isEmpty());

        assertThat(calls).hasValue(16);
        assertThat(errors).singleElement().asString().contains("Self", "16");
        assertThat(sqs.queue(ARN + "one").bodies()).isEmpty();
    }

    @Test
    void one_that_is_meant_to_goes_on() {
        source.serve(List.of(function("Self", "one", true, forwards("Self", "one"))), sqs);
        send("one", "again");

        Await.until(WITHIN, () -> calls.get() > 40);

        assertThat(dead()).isEmpty();
    }

    @Test
    void a_loop_over_another_function_is_ended_too() {
        source.serve(
                List.of(
                        function("First", "one", false, forwards("First", "two")),
                        function("Second", "two", false, forwards("Second", "one"))),
                sqs);
        send("one", "again");

        Await.until(WITHIN, () -> dead().equals(List.of("again")));

        assertThat(calls).hasValue(32);
    }

    @Test
    void many_messages_that_no_function_sends_again_are_no_loop() {
        source.serve(List.of(function("Last", "one", false, (in, out, context) -> done(out::write))), sqs);
        for (int i = 0; i < 100; i++) send("one", "the same");

        Await.until(
                WITHIN,
                () -> calls.get() >= 10 && sqs.queue(ARN + "one").bodies().isEmpty());

        assertThat(dead()).isEmpty();
    }

    private interface Answer {
        void write(byte[] bytes) throws IOException;
    }

    private void done(Answer answer) throws IOException {
        calls.incrementAndGet();
        answer.write(ALL_DONE);
    }

    private RequestStreamHandler forwards(String function, String to) {
        SqsClient client = client(function);
        return (in, out, context) -> {
            client.sendMessage(message -> message.queueUrl(URL + to).messageBody("again"));
            done(out::write);
        };
    }

    private static FunctionHost function(String name, String queue, boolean mayLoop, RequestStreamHandler handler) {
        return Functions.ofQueue(name, new QueueEvent(ARN + queue, 10, true), mayLoop, handler);
    }

    private void send(String queue, String body) {
        try (SqsClient client = client("Elsewhere")) {
            client.sendMessage(message -> message.queueUrl(URL + queue).messageBody(body));
        }
    }

    private List<String> dead() {
        return sqs.queue(ARN + "dead").bodies();
    }

    private SqsClient client(String function) {
        return SqsClient.builder()
                .endpointOverride(URI.create(sqs.url()))
                .region(Region.EU_NORTH_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(function, "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }
}
