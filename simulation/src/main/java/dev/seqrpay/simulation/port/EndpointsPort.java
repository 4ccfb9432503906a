package dev.seqrpay.simulation.port;

import dev.seqrpay.simulation.check.EndpointChecks;
import dev.seqrpay.simulation.engine.Call;
import dev.seqrpay.simulation.engine.Running;
import dev.seqrpay.webhook.WebhookEndpoint;
import dev.seqrpay.webhook.WebhookEndpoints;
import java.util.List;
import java.util.Optional;

/** The shops' endpoints as the use cases see them: the engine holds up each call. */
public final class EndpointsPort implements WebhookEndpoints {
    private final Running running;
    private final WebhookEndpoints endpoints;
    private final EndpointChecks checks;

    public EndpointsPort(Running running, WebhookEndpoints endpoints, EndpointChecks checks) {
        this.running = running;
        this.endpoints = endpoints;
        this.checks = checks;
    }

    @Override
    public List<WebhookEndpoint> of(String merchantId) {
        return running.call(Call.Kind.READ, () -> endpoints.of(merchantId));
    }

    @Override
    public Optional<WebhookEndpoint> find(String endpointId) {
        return running.call(Call.Kind.READ, () -> endpoints.find(endpointId));
    }

    @Override
    public boolean put(WebhookEndpoint endpoint) {
        return running.call(Call.Kind.SWITCH, () -> {
            boolean isStored = endpoints.put(endpoint);
            if (isStored) checks.changed(endpoint);
            return isStored;
        });
    }

    @Override
    public void remove(String endpointId) {
        throw new UnsupportedOperationException();
    }
}
