package dev.seqrpay.webhook;

import java.util.List;
import java.util.Optional;

/** The shops' endpoints in the table. */
public interface WebhookEndpoints {
    List<WebhookEndpoint> of(String merchantId);

    Optional<WebhookEndpoint> find(String endpointId);

    /** @return whether it was stored, as the next version; not if its own is not the stored one any more */
    boolean put(WebhookEndpoint endpoint);

    void remove(String endpointId);
}
