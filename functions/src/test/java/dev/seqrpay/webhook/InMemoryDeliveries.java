package dev.seqrpay.webhook;

import dev.seqrpay.event.DeliveryName;
import dev.seqrpay.event.FeedEvent;
import dev.seqrpay.webhook.Delivery.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The deliveries' contract without a database. */
public final class InMemoryDeliveries implements Deliveries {
    private final Map<DeliveryName, Delivery> deliveries = new HashMap<>();
    private final Map<DeliveryName, Instant> listed = new HashMap<>();

    @Override
    public synchronized Optional<Delivery> find(DeliveryName name) {
        return Optional.ofNullable(deliveries.get(name));
    }

    @Override
    public synchronized Optional<Delivery> claim(Delivery read, Instant now, Instant until) {
        Delivery there = deliveries.get(read.name());
        if (there == null || there.state() != State.PENDING || there.tries() != read.tries()) return Optional.empty();
        store(read.begun(now, until), until);
        return find(read.name());
    }

    @Override
    public synchronized void record(Delivery after) {
        Delivery there = deliveries.get(after.name());
        if (there != null && there.state() == State.PENDING && there.tries() == after.tries())
            store(after, after.nextAt());
    }

    @Override
    public synchronized void renew(FeedEvent event, String endpointId, Instant now) {
        DeliveryName name = new DeliveryName(endpointId, event.position());
        store(new Delivery(name, event.id(), event.type(), State.PENDING, 0, null, null, null, null), now);
    }

    private void store(Delivery delivery, Instant due) {
        deliveries.put(delivery.name(), delivery);
        if (due == null) listed.remove(delivery.name());
        else listed.put(delivery.name(), due);
    }

    @Override
    public synchronized List<Delivery> of(String endpointId, long before, int limit) {
        return deliveries.values().stream()
                .filter(each -> each.name().endpointId().equals(endpointId)
                        && each.name().position() < before)
                .sorted(Comparator.comparing((Delivery each) -> -each.name().position()))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<DeliveryName> takeOverdue(Instant now, int limit) {
        List<DeliveryName> taken = new ArrayList<>(listed.entrySet().stream()
                .filter(each -> !each.getValue().isAfter(now))
                .sorted(Map.Entry.comparingByValue())
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList());
        taken.forEach(name -> listed.put(name, now.plusSeconds(300)));
        return taken;
    }
}
