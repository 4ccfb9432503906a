package dev.seqrpay.webhook;

import dev.seqrpay.event.DeliveryName;
import dev.seqrpay.event.DeliveryQueue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Puts due deliveries into the queue: retries that a message's delay could not wait for, and those whose message got lost. */
public final class LateDeliveries {
    /** A message may come a little late. One that is later than this counts as lost. */
    private static final Duration LATE = Duration.ofMinutes(1);

    private static final int AT_ONCE = 500;

    private final Deliveries deliveries;
    private final DeliveryQueue queue;
    private final InstantSource clock;

    public LateDeliveries(Deliveries deliveries, DeliveryQueue queue, InstantSource clock) {
        this.deliveries = deliveries;
        this.queue = queue;
        this.clock = clock;
    }

    /** @return how many */
    public int queue() {
        List<DeliveryName> late = deliveries.takeOverdue(clock.instant().minus(LATE), AT_ONCE);
        late.forEach(delivery -> queue.send(delivery, Duration.ZERO));
        return late.size();
    }
}
