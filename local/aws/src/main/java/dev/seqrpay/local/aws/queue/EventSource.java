package dev.seqrpay.local.aws.queue;

import dev.seqrpay.local.aws.function.FunctionHost;
import dev.seqrpay.local.aws.function.InvocationException;
import dev.seqrpay.local.aws.template.QueueEvent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Lambda's event source mapping: receives what is in a queue, calls the function with it, and deletes what it has dealt
 * with. The rest comes again when its visibility time-out is over. A slow call does not hold up the next, up to as many at
 * once as {@link Pollers} allow.
 */
public final class EventSource implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Duration LAST_CALL = Duration.ofSeconds(2);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(EventSource::daemon);
    private final ExecutorService calls = Executors.newCachedThreadPool(EventSource::daemon);
    private final Consumer<String> errors;

    public EventSource(Consumer<String> errors) {
        this.errors = errors;
    }

    public void serve(List<FunctionHost> functions, Sqs sqs) {
        for (FunctionHost function : functions)
            for (QueueEvent event : function.function().queues()) {
                Pollers pollers = new Pollers(InstantSource.system());
                clock.scheduleWithFixedDelay(
                        () -> look(function, event, sqs, pollers), 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
            }
    }

    private void look(FunctionHost function, QueueEvent event, Sqs sqs, Pollers pollers) {
        Queue queue = sqs.queue(event.queue());
        if (!queue.hasWaiting()) pollers.nothingWaits();
        else if (pollers.takeOne()) calls.execute(() -> poll(function, event, sqs, pollers));
    }

    private void poll(FunctionHost function, QueueEvent event, Sqs sqs, Pollers pollers) {
        try {
            take(function, event, sqs);
        } finally {
            pollers.giveBack();
        }
    }

    private void take(FunctionHost function, QueueEvent event, Sqs sqs) {
        Queue queue = sqs.queue(event.queue());
        List<QueuedMessage> batch = queue.receive(event.batchSize()).stream()
                .filter(message -> !isEndedLoop(function, queue, message))
                .toList();
        if (!batch.isEmpty()) work(function, event, sqs, batch);
    }

    /** Lambda ends the chain, so that a design that it would end on AWS does not work here either. */
    private boolean isEndedLoop(FunctionHost function, Queue queue, QueuedMessage message) {
        String name = function.function().name();
        if (function.function().mayLoop() || message.chain().calls(name) < Chain.LONGEST) return false;
        queue.bury(message);
        errors.accept(
                "Lambda ends a loop: " + name + " was called " + Chain.LONGEST + " times by what it sends itself");
        return true;
    }

    private void work(FunctionHost function, QueueEvent event, Sqs sqs, List<QueuedMessage> batch) {
        String name = function.function().name();
        sqs.atWork().begin(name, batch);
        try {
            deliver(function, event, sqs.queue(event.queue()), batch);
        } finally {
            sqs.atWork().end(name, batch);
        }
    }

    void deliver(FunctionHost function, QueueEvent event, Queue queue, List<QueuedMessage> batch) {
        try {
            byte[] answer = function.invoke(MessageEvent.of(batch, event.queue()));
            Set<String> failed = event.reportsFailures() ? MessageEvent.failures(answer) : Set.of();
            batch.stream().filter(message -> !failed.contains(message.id())).forEach(queue::delete);
        } catch (InvocationException | RuntimeException e) {
            errors.accept("The queue's call failed: " + e.getMessage());
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "queue");
        thread.setDaemon(true);
        return thread;
    }

    /** Lets the calls that are running end, as they need what is closed next. */
    @Override
    public void close() {
        clock.shutdownNow();
        calls.shutdown();
        try {
            calls.awaitTermination(LAST_CALL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        calls.shutdownNow();
    }
}
