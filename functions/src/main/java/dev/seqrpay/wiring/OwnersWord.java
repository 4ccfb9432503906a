package dev.seqrpay.wiring;

import dev.seqrpay.event.Publisher;
import dev.seqrpay.http.EventJson;
import dev.seqrpay.http.Log;
import dev.seqrpay.webhook.OwnEvents;
import dev.seqrpay.webhook.Subscribers;
import dev.seqrpay.webhook.WebhookEndpoint;
import dev.seqrpay.webhook.WebhookEndpoint.Off;
import dev.seqrpay.webhook.WebhookEndpoints;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BiConsumer;

/** Tells a shop that an endpoint of it was switched off: by its feed, by its other endpoints, and by a metric. */
record OwnersWord(Publisher publisher, WebhookEndpoints endpoints, Log log, InstantSource clock)
        implements BiConsumer<WebhookEndpoint, Off> {
    @Override
    public void accept(WebhookEndpoint endpoint, Off why) {
        log.endpointOff(endpoint, why);
        String body = EventJson.body(
                OwnEvents.DISABLED,
                clock.instant(),
                Map.of("endpoint", endpoint.id(), "url", endpoint.target().url().toString(), "reason", why.name()));
        publisher.publish(
                endpoint.merchantId(),
                OwnEvents.DISABLED,
                endpoint.id() + " " + clock.instant(),
                body,
                new Subscribers(endpoints).endpoints(endpoint.merchantId(), OwnEvents.DISABLED));
    }
}
