package dev.seqrpay.simulation.port;

import dev.seqrpay.event.DeliveryName;
import dev.seqrpay.event.DeliveryQueue;
import dev.seqrpay.simulation.engine.Call;
import dev.seqrpay.simulation.engine.Running;
import java.time.Duration;

/** The queue of deliveries as the use cases see it: the engine holds up each call. */
public final class DeliveryQueuePort implements DeliveryQueue {
    private final Running running;
    private final DeliveryQueue queue;

    public DeliveryQueuePort(Running running, DeliveryQueue queue) {
        this.running = running;
        this.queue = queue;
    }

    @Override
    public void send(DeliveryName delivery, Duration delay) {
        running.call(Call.Kind.ENQUEUE, () -> {
            queue.send(delivery, delay);
            return "";
        });
    }
}
