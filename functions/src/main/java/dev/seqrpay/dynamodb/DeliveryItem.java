package dev.seqrpay.dynamodb;

import dev.seqrpay.event.DeliveryName;
import dev.seqrpay.event.Feed;
import dev.seqrpay.event.FeedEvent;
import dev.seqrpay.webhook.Delivery;
import java.time.Instant;

/**
 * A delivery ({@code DLV#<endpoint>}, the event's position). While it is to be tried it is on the list of those, under the
 * time when the next try should have begun.
 */
final class DeliveryItem {
    private DeliveryItem() {}

    static Item fresh(FeedEvent event, String endpointId, Instant now) {
        Item item = Keys.delivery(new DeliveryName(endpointId, event.position()))
                .put("event", event.id())
                .put("type", event.type())
                .put("st", Delivery.State.PENDING)
                .put("tries", 0)
                .put("ttl", (Number) now.plus(Feed.RETENTION).getEpochSecond());
        return Keys.toTry(item, now);
    }

    static Delivery delivery(Item item) {
        return new Delivery(
                Keys.deliveryName(item),
                item.text("event"),
                item.text("type"),
                item.word("st", Delivery.State.class),
                item.number("tries"),
                item.numberOrNull("status"),
                item.textOrNull("error"),
                item.instantOrNull("tried"),
                item.instantOrNull("next"));
    }
}
