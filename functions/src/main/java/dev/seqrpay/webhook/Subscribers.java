package dev.seqrpay.webhook;

import dev.seqrpay.event.Subscriptions;
import java.util.List;

/** The endpoints that want an event, as the table has them. */
public record Subscribers(WebhookEndpoints endpoints) implements Subscriptions {
    @Override
    public List<String> endpoints(String merchantId, String type) {
        return endpoints.of(merchantId).stream()
                .filter(endpoint -> endpoint.wants(type))
                .map(WebhookEndpoint::id)
                .toList();
    }
}
