package dev.seqrpay.event;

import java.time.Duration;

/** Deliveries that are to be made now or soon. A lost message delays a delivery at most, because the delivery itself is in the table. */
public interface DeliveryQueue {
    /** The longest delay that a message can have. */
    Duration LONGEST_DELAY = Duration.ofMinutes(15);

    void send(DeliveryName delivery, Duration delay);
}
