package dev.seqrpay.local.aws.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A standard queue of SQS in memory: a message is there after its delay, hidden for the visibility time-out once it is
 * received, there again if it is not deleted by then, and a dead letter once it has been received too often.
 */
public final class Queue {
    private final InstantSource clock;
    private final Duration visibilityTimeout;
    private final int maxReceives;
    private final Consumer<String> deadLetters;
    private final Map<String, Waiting> messages = new LinkedHashMap<>();

    private static final class Waiting {
        final Instant sent;
        final String body;
        final Chain chain;
        Instant visible;

        @Nullable
        Instant firstReceived;

        @Nullable
        String receipt;

        int receives;

        Waiting(String body, Chain chain, Instant sent, Instant visible) {
            this.body = body;
            this.chain = chain;
            this.sent = sent;
            this.visible = visible;
        }
    }

    /** @param deadLetters gets the body of what was received {@code maxReceives} times and not deleted */
    Queue(InstantSource clock, Duration visibilityTimeout, int maxReceives, Consumer<String> deadLetters) {
        this.clock = clock;
        this.visibilityTimeout = visibilityTimeout;
        this.maxReceives = maxReceives;
        this.deadLetters = deadLetters;
    }

    /** @return the message's id */
    String send(String body, Duration delay) {
        return send(body, delay, Chain.NONE);
    }

    /** @return the message's id */
    synchronized String send(String body, Duration delay, Chain chain) {
        String id = UUID.randomUUID().toString();
        Instant now = clock.instant();
        messages.put(id, new Waiting(body, chain, now, now.plus(delay)));
        return id;
    }

    synchronized boolean hasWaiting() {
        Instant now = clock.instant();
        return messages.values().stream().anyMatch(message -> !message.visible.isAfter(now));
    }

    public synchronized List<QueuedMessage> receive(int most) {
        Instant now = clock.instant();
        buryTheDead(now);
        return messages.entrySet().stream()
                .filter(each -> !each.getValue().visible.isAfter(now))
                .sorted(Comparator.comparing(each -> each.getValue().visible))
                .limit(most)
                .map(each -> received(each.getKey(), each.getValue(), now))
                .toList();
    }

    private QueuedMessage received(String id, Waiting message, Instant now) {
        message.visible = now.plus(visibilityTimeout);
        String receipt = UUID.randomUUID().toString();
        Instant firstReceived = message.firstReceived == null ? now : message.firstReceived;
        message.receipt = receipt;
        message.firstReceived = firstReceived;
        message.receives++;
        return new QueuedMessage(
                id, receipt, message.body, message.receives, message.sent, firstReceived, message.chain);
    }

    private void buryTheDead(Instant now) {
        List<Waiting> dead = messages.values().stream()
                .filter(message -> message.receives >= maxReceives && !message.visible.isAfter(now))
                .toList();
        messages.values().removeAll(dead);
        dead.forEach(message -> deadLetters.accept(message.body));
    }

    /** A dead letter at once, however often it was received. */
    synchronized void bury(QueuedMessage message) {
        if (messages.remove(message.id()) != null) deadLetters.accept(message.body());
    }

    /** Has no effect if the message has been received again since. */
    synchronized void delete(QueuedMessage message) {
        Waiting waiting = messages.get(message.id());
        if (waiting != null && message.receipt().equals(waiting.receipt)) messages.remove(message.id());
    }

    /** The bodies of all messages, whether they can be received at this moment or not. */
    public synchronized List<String> bodies() {
        return messages.values().stream().map(message -> message.body).toList();
    }
}
