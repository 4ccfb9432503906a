package dev.seqrpay.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outbox and the feeds in the table. What is published has its position, its deliveries and its mark in the outbox by one
 * transaction: it is all of that or none. Every method throws {@link dev.seqrpay.payment.StoreUnavailable} if the table gives
 * no answer.
 */
public interface Feed {
    /** How long a feed keeps an event, and an endpoint what became of its delivery. */
    Duration RETENTION = Duration.ofDays(30);

    /** How an attempt to publish ended. */
    enum Outcome {
        PUBLISHED,
        /** Another event has taken the position. */
        OVERTAKEN,
        /** The outbox entry was published before. */
        PUBLISHED_BEFORE
    }

    /** The payment's outbox entries that are not published yet, in the order in which they happened. */
    List<OutboxEntry> unpublished(String paymentId);

    /** Payments whose outbox should have been published by now. */
    List<String> overdue(Instant now, int limit);

    /** The position of the shop's latest event, 0 if it has none. */
    long head(String merchantId);

    /**
     * @param from the entry that the event is made of, {@code null} for one that is about no payment
     * @param endpointIds to which it is to be delivered
     */
    Outcome publish(FeedEvent event, @Nullable OutboxEntry from, List<String> endpointIds, Instant now);

    /** Those behind the position, the first of them first. */
    List<FeedEvent> after(String merchantId, long position, int limit);

    Optional<FeedEvent> at(String merchantId, long position);
}
