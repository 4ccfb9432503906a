package dev.seqrpay.simulation.port;

import dev.seqrpay.event.DeliveryQueue;
import dev.seqrpay.event.Feed;
import dev.seqrpay.webhook.Deliveries;
import dev.seqrpay.webhook.Receiver;
import dev.seqrpay.webhook.WebhookEndpoints;

/** What the functions call that tell shops what has happened. */
public record TellingPorts(
        Feed feed, WebhookEndpoints endpoints, Deliveries deliveries, DeliveryQueue queue, Receiver receiver) {
    /** Where no shop is told anything. */
    public static final TellingPorts NONE = new TellingPorts(null, null, null, null, null);
}
