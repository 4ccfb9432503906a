package dev.seqrpay.webhook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The endpoints' contract without a database. */
public final class InMemoryEndpoints implements WebhookEndpoints {
    private final Map<String, WebhookEndpoint> endpoints = new LinkedHashMap<>();

    @Override
    public synchronized List<WebhookEndpoint> of(String merchantId) {
        return endpoints.values().stream()
                .filter(endpoint -> endpoint.merchantId().equals(merchantId))
                .toList();
    }

    @Override
    public synchronized Optional<WebhookEndpoint> find(String endpointId) {
        return Optional.ofNullable(endpoints.get(endpointId));
    }

    @Override
    public synchronized boolean put(WebhookEndpoint endpoint) {
        int before = find(endpoint.id()).map(WebhookEndpoint::version).orElse(0);
        if (before != endpoint.version()) return false;
        endpoints.put(
                endpoint.id(),
                WebhookEndpointBuilder.builder(endpoint).version(before + 1).build());
        return true;
    }

    @Override
    public synchronized void remove(String endpointId) {
        endpoints.remove(endpointId);
    }
}
