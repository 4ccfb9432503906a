package dev.seqrpay.webhook;

import dev.seqrpay.event.DeliveryName;
import dev.seqrpay.event.FeedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The deliveries in the table; {@link dev.seqrpay.event.Feed#publish} makes them. */
public interface Deliveries {
    Optional<Delivery> find(DeliveryName name);

    /**
     * Begins a try if the delivery is still as it was read, so only one of two functions that read it gets it.
     *
     * @param until when another function takes it up if this one has died
     * @return empty if the other was faster
     */
    Optional<Delivery> claim(Delivery read, Instant now, Instant until);

    /** Stores how the try ended, unless the delivery was begun anew since. */
    void record(Delivery after);

    /** Begins a delivery anew, even one that has ended. */
    void renew(FeedEvent event, String endpointId, Instant now);

    /** The latest first, before the position. */
    List<Delivery> of(String endpointId, long before, int limit);

    /** Those that should have been tried by now. Each is moved on, so that it is not found again at once. */
    List<DeliveryName> takeOverdue(Instant now, int limit);
}
