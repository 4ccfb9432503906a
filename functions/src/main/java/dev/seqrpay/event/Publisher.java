package dev.seqrpay.event;

import dev.seqrpay.event.Feed.Outcome;
import dev.seqrpay.payment.EventType;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Takes what payments have left in the outbox to their shops' feeds and hands it over for delivery. The table's stream calls
 * for it at once; what it misses is found by the schedule, so that an event is late at worst.
 */
public final class Publisher {
    private static final int MAX_TRIES = 30;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(25);
    private static final int BATCH = 500;

    private final PaymentStore payments;
    private final Feed feed;
    private final Subscriptions subscriptions;
    private final DeliveryQueue queue;
    private final EventBody body;
    private final InstantSource clock;
    private final Consumer<Duration> pause;
    private final Consumer<String> paid;
    private final BiConsumer<String, RuntimeException> failures;

    /**
     * @param paid hears of every payment that is told as paid, just before that, perhaps twice
     * @param failures hears of every payment whose events could not be published, and why
     */
    public Publisher(
            PaymentStore payments,
            Feed feed,
            Subscriptions subscriptions,
            DeliveryQueue queue,
            EventBody body,
            InstantSource clock,
            Consumer<Duration> pause,
            Consumer<String> paid,
            BiConsumer<String, RuntimeException> failures) {
        this.payments = payments;
        this.feed = feed;
        this.subscriptions = subscriptions;
        this.queue = queue;
        this.body = body;
        this.clock = clock;
        this.pause = pause;
        this.paid = paid;
        this.failures = failures;
    }

    /** Publishes what should have been published by now, until the deadline. */
    public int publishOverdue(Instant deadline) {
        List<String> overdue = feed.overdue(clock.instant(), BATCH);
        return (int) overdue.stream()
                .takeWhile(id -> clock.instant().isBefore(deadline))
                .filter(this::publish)
                .count();
    }

    /** @return whether nothing of the payment is left to be told */
    public boolean publish(String paymentId) {
        try {
            List<OutboxEntry> entries = feed.unpublished(paymentId);
            if (entries.isEmpty()) return true;
            Payment payment = payments.find(paymentId).orElseThrow();
            for (OutboxEntry entry : entries) publish(payment, entry);
            return true;
        } catch (RuntimeException e) {
            failures.accept(paymentId, e);
            return false;
        }
    }

    private void publish(Payment payment, OutboxEntry entry) {
        String type = entry.type().wireName();
        String about = entry.paymentId() + " " + entry.version();
        // before the event is published, for only until then does whoever comes after a dead function do it again
        if (entry.type() == EventType.PAYMENT_PAID) tellPaid(payment.id());
        append(
                payment.merchantId(),
                position -> new FeedEvent(
                        payment.merchantId(),
                        position,
                        EventId.of(position, about),
                        type,
                        entry.at(),
                        body.of(entry, payment)),
                entry,
                subscriptions.endpoints(payment.merchantId(), type));
    }

    /** A failure keeps none of the payment's further events from being published. */
    private void tellPaid(String paymentId) {
        try {
            paid.accept(paymentId);
        } catch (RuntimeException e) {
            failures.accept(paymentId, e);
        }
    }

    /**
     * Publishes an event that is about no payment.
     *
     * @param about what no other event is about
     */
    public FeedEvent publish(String merchantId, String type, String about, String json, List<String> endpointIds) {
        return append(
                merchantId,
                position ->
                        new FeedEvent(merchantId, position, EventId.of(position, about), type, clock.instant(), json),
                null,
                endpointIds);
    }

    /** Puts a published event at the end of the feed once more, under its id. */
    public void publishAgain(FeedEvent event) {
        append(
                event.merchantId(),
                position -> FeedEventBuilder.builder(event).position(position).build(),
                null,
                subscriptions.endpoints(event.merchantId(), event.type()));
    }

    private FeedEvent append(
            String merchantId, LongFunction<FeedEvent> event, @Nullable OutboxEntry from, List<String> endpointIds) {
        for (int tries = 1; ; tries++) {
            FeedEvent next = event.apply(feed.head(merchantId) + 1);
            Outcome outcome = feed.publish(next, from, endpointIds, clock.instant());
            if (outcome == Outcome.PUBLISHED) deliver(next.position(), endpointIds);
            if (outcome != Outcome.OVERTAKEN) return next;
            if (tries == MAX_TRIES) throw new IllegalStateException("the feed of " + merchantId + " is too busy");
            pause.accept(BETWEEN_TRIES);
        }
    }

    /** A failure loses nothing: the delivery is in the table, and the schedule finds it. */
    private void deliver(long position, List<String> endpointIds) {
        for (String endpointId : endpointIds)
            try {
                queue.send(new DeliveryName(endpointId, position), Duration.ZERO);
            } catch (RuntimeException e) {
                failures.accept(endpointId, e);
            }
    }
}
