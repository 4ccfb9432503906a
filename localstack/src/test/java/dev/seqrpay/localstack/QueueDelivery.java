package dev.seqrpay.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seqrpay.local.aws.function.FunctionHost;
import dev.seqrpay.local.aws.function.InvocationException;
import dev.seqrpay.local.aws.template.QueueEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.jr.ob.JSON;

/** Lambda's pollers for the {@link StandIn}'s queues, as far as a test needs them: what a function did not name as failed goes. */
final class QueueDelivery implements AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final ExecutorService pollers = Executors.newCachedThreadPool();
    private final Queues queues;

    QueueDelivery(List<FunctionHost> functions, Queues queues) {
        this.queues = queues;
        for (FunctionHost function : functions)
            for (QueueEvent event : function.function().queues()) pollers.execute(() -> poll(function, event));
    }

    private void poll(FunctionHost function, QueueEvent event) {
        String url = queues.url(event.queue());
        while (!pollers.isShutdown()) {
            List<Message> batch = queues.receive(url, event.batchSize(), LOOK);
            if (!batch.isEmpty()) deliver(function, url, batch);
        }
    }

    private void deliver(FunctionHost function, String url, List<Message> batch) {
        try {
            String answer = new String(function.invoke(event(batch)), UTF_8);
            batch.stream()
                    .filter(message -> !answer.contains(message.messageId()))
                    .forEach(message -> queues.delete(url, message));
        } catch (InvocationException comesAgain) {
            System.err.println(comesAgain.getMessage());
        }
    }

    private static byte[] event(List<Message> batch) {
        return JSON.std.asBytes(Map.of(
                "Records",
                batch.stream()
                        .map(message -> Map.of("messageId", message.messageId(), "body", message.body()))
                        .toList()));
    }

    /** The last look is over then, as its client goes next. */
    @Override
    public void close() throws InterruptedException {
        pollers.shutdown();
        pollers.awaitTermination(1, TimeUnit.MINUTES);
    }
}
