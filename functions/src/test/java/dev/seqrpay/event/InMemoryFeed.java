package dev.seqrpay.event;

import dev.seqrpay.payment.Change;
import dev.seqrpay.payment.EventType;
import dev.seqrpay.payment.Payment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The feed's contract without a database. */
public class InMemoryFeed implements Feed {
    private final Map<String, List<FeedEvent>> feeds = new HashMap<>();
    private final Map<String, List<OutboxEntry>> outbox = new LinkedHashMap<>();
    private final Set<OutboxEntry> published = new HashSet<>();
    private final Map<String, Long> forgotten = new HashMap<>();
    private final List<DeliveryName> deliveries = new ArrayList<>();

    /** What the table's transaction does. */
    public synchronized void committed(Change change) {
        EventType.of(change).ifPresent(type -> {
            Payment payment = change.payment();
            outbox.computeIfAbsent(payment.id(), none -> new ArrayList<>())
                    .add(new OutboxEntry(
                            payment.id(),
                            payment.version(),
                            type,
                            payment.state(),
                            payment.reason(),
                            payment.refunded(),
                            change.refund(),
                            payment.changedAt()));
        });
    }

    /** As the table does after the retention. */
    public synchronized void forget(String merchantId, long upTo) {
        forgotten.put(merchantId, upTo);
    }

    /** Those that were written with events. */
    public synchronized List<DeliveryName> deliveries() {
        return List.copyOf(deliveries);
    }

    @Override
    public synchronized List<OutboxEntry> unpublished(String paymentId) {
        return outbox.getOrDefault(paymentId, List.of()).stream()
                .filter(entry -> !published.contains(entry))
                .toList();
    }

    @Override
    public synchronized List<String> overdue(Instant now, int limit) {
        return outbox.keySet().stream()
                .filter(id -> unpublished(id).stream()
                        .anyMatch(entry -> !entry.at().plusSeconds(60).isAfter(now)))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized long head(String merchantId) {
        return feeds.getOrDefault(merchantId, List.of()).size();
    }

    @Override
    public synchronized Outcome publish(FeedEvent event, OutboxEntry from, List<String> endpointIds, Instant now) {
        if (from != null && published.contains(from)) return Outcome.PUBLISHED_BEFORE;
        if (event.position() != head(event.merchantId()) + 1) return Outcome.OVERTAKEN;
        if (from != null) published.add(from);
        feeds.computeIfAbsent(event.merchantId(), none -> new ArrayList<>()).add(event);
        for (String id : endpointIds) deliveries.add(new DeliveryName(id, event.position()));
        return Outcome.PUBLISHED;
    }

    @Override
    public synchronized List<FeedEvent> after(String merchantId, long position, int limit) {
        return feed(merchantId).stream()
                .filter(event -> event.position() > position)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<FeedEvent> at(String merchantId, long position) {
        return feed(merchantId).stream()
                .filter(event -> event.position() == position)
                .findFirst();
    }

    private List<FeedEvent> feed(String merchantId) {
        return feeds.getOrDefault(merchantId, List.of()).stream()
                .filter(event -> event.position() > forgotten.getOrDefault(merchantId, 0L))
                .toList();
    }
}
