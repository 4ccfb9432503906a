package dev.seqrpay.simulation.port;

import dev.seqrpay.event.DeliveryName;
import dev.seqrpay.event.FeedEvent;
import dev.seqrpay.simulation.check.DeliveryChecks;
import dev.seqrpay.simulation.engine.Call;
import dev.seqrpay.simulation.engine.Running;
import dev.seqrpay.webhook.Deliveries;
import dev.seqrpay.webhook.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The deliveries as the use cases see them: the engine holds up each call. */
public final class DeliveriesPort implements Deliveries {
    private final Running running;
    private final Deliveries deliveries;
    private final DeliveryChecks checks;

    public DeliveriesPort(Running running, Deliveries deliveries, DeliveryChecks checks) {
        this.running = running;
        this.deliveries = deliveries;
        this.checks = checks;
    }

    @Override
    public Optional<Delivery> find(DeliveryName name) {
        return running.call(Call.Kind.READ, () -> deliveries.find(name));
    }

    @Override
    public Optional<Delivery> claim(Delivery read, Instant now, Instant until) {
        return running.call(Call.Kind.TRY, () -> deliveries.claim(read, now, until));
    }

    /** It has no effect if another function has begun a further try meanwhile. */
    @Override
    public void record(Delivery after) {
        long run = running.invocation().name();
        running.call(Call.Kind.RECORD, () -> {
            boolean isLatest = deliveries.find(after.name()).orElseThrow().tries() == after.tries();
            deliveries.record(after);
            if (isLatest) checks.recorded(run, after);
            return "";
        });
    }

    @Override
    public void renew(FeedEvent event, String endpointId, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Delivery> of(String endpointId, long before, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<DeliveryName> takeOverdue(Instant now, int limit) {
        return running.call(Call.Kind.DUE, () -> deliveries.takeOverdue(now, limit));
    }
}
