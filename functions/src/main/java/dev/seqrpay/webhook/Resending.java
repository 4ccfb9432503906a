package dev.seqrpay.webhook;

import dev.seqrpay.event.DeliveryName;
import dev.seqrpay.event.DeliveryQueue;
import dev.seqrpay.event.Feed;
import dev.seqrpay.event.FeedEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Delivers earlier events to an endpoint again, whether they were delivered before or not. */
public final class Resending {
    private static final int AT_ONCE = 200;
    private static final int PAGE = 100;

    private final Feed feed;
    private final Deliveries deliveries;
    private final DeliveryQueue queue;
    private final InstantSource clock;

    public Resending(Feed feed, Deliveries deliveries, DeliveryQueue queue, InstantSource clock) {
        this.feed = feed;
        this.deliveries = deliveries;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * What one call did.
     *
     * @param last the position up to which the feed was gone through
     * @param more whether there is more behind it
     */
    public record Result(int resent, long last, boolean more) {}

    public void one(WebhookEndpoint endpoint, FeedEvent event) {
        deliveries.renew(event, endpoint.id(), clock.instant());
        queue.send(new DeliveryName(endpoint.id(), event.position()), Duration.ZERO);
    }

    public Result allSince(WebhookEndpoint endpoint, Instant since) {
        return allAfter(endpoint, lastBefore(endpoint.merchantId(), since));
    }

    public Result allAfter(WebhookEndpoint endpoint, long position) {
        long head = feed.head(endpoint.merchantId());
        long last = position;
        int resent = 0;
        while (resent < AT_ONCE && last < head) {
            List<FeedEvent> events = feed.after(endpoint.merchantId(), last, PAGE);
            if (events.isEmpty()) return new Result(resent, head, false);
            for (FeedEvent event : events)
                if (endpoint.wants(event.type())) {
                    one(endpoint, event);
                    resent++;
                }
            last = events.get(events.size() - 1).position();
        }
        return new Result(resent, last, last < head);
    }

    /** This finds the first event because events are published in about the order in which they happen. */
    private long lastBefore(String merchantId, Instant since) {
        long before = 0;
        long from = feed.head(merchantId) + 1;
        while (before + 1 < from) {
            long middle = (before + from) >>> 1;
            boolean isBefore = feed.at(merchantId, middle)
                    .map(event -> event.at().isBefore(since))
                    .orElse(true);
            if (isBefore) before = middle;
            else from = middle;
        }
        return before;
    }
}
