package dev.seqrpay.dynamodb;

import dev.seqrpay.event.Feed;
import dev.seqrpay.event.FeedEvent;
import java.time.Instant;

/** An event of a shop's feed ({@code FEED#<merchant>}, its position). DynamoDB deletes it after the retention. */
final class FeedItem {
    private FeedItem() {}

    static Item of(FeedEvent event, Instant now) {
        return Keys.feedEvent(event.merchantId(), event.position())
                .put("id", event.id())
                .put("type", event.type())
                .put("at", event.at())
                .put("body", event.body())
                .put("ttl", (Number) now.plus(Feed.RETENTION).getEpochSecond());
    }

    static FeedEvent event(String merchantId, Item item) {
        return new FeedEvent(
                merchantId,
                Long.parseLong(item.text("sk")),
                item.text("id"),
                item.text("type"),
                item.instant("at"),
                item.text("body"));
    }
}
