package dev.seqrpay.simulation.port;

import dev.seqrpay.dynamodb.DynamoDbDeliveries;
import dev.seqrpay.dynamodb.DynamoDbFeed;
import dev.seqrpay.dynamodb.DynamoDbPayments;
import dev.seqrpay.dynamodb.DynamoDbWebhookEndpoints;
import dev.seqrpay.event.Feed;
import dev.seqrpay.payment.Attempt;
import dev.seqrpay.payment.Change;
import dev.seqrpay.payment.EventType;
import dev.seqrpay.payment.HistoryEntry;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.StoredPayment;
import dev.seqrpay.simulation.check.Table;
import dev.seqrpay.webhook.Deliveries;
import dev.seqrpay.webhook.WebhookEndpoints;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The deployed store over items in memory: what is read has been through the rows that it writes. */
public final class RowTable implements Table {
    private static final String NAME = "payments";

    private final ItemTable items = new ItemTable();
    private final PaymentStore store = new DynamoDbPayments(items, NAME, this::changed);
    private Consumer<Change> stream = change -> {};

    /**
     * Makes the rows what the releases before would have written: each has its attempt, with an owner, and its refunds; nothing
     * says when a payment was paid, who began a cancel, or that a question failed; the payments of an order have no places.
     */
    public void age() {
        items.items().change(item -> {
            if (item.get("pk").s().startsWith("ORD#")) return null;
            if (!item.get("sk").s().equals("META")) return item;
            Map<String, AttributeValue> old = new HashMap<>(item);
            old.keySet().removeAll(List.of("paid", "failed", "by"));
            old.put("owner", AttributeValue.fromS("checkout-1"));
            old.putIfAbsent("attempt", AttributeValue.fromN("1"));
            old.putIfAbsent("lease", AttributeValue.fromS(Instant.EPOCH.toString()));
            for (String number : List.of("sv", "refunded", "reserved"))
                old.putIfAbsent(number, AttributeValue.fromN("0"));
            return old;
        });
    }

    @Override
    public List<Integer> outbox(String paymentId) {
        Map<String, AttributeValue> values =
                Map.of(":pk", AttributeValue.fromS("PAY#" + paymentId), ":prefix", AttributeValue.fromS("OB#"));
        return items
                .query(QueryRequest.builder()
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
                        .expressionAttributeValues(values)
                        .build())
                .items()
                .stream()
                .map(item -> Integer.valueOf(item.get("sk").s().substring("OB#".length())))
                .toList();
    }

    @Override
    public Optional<StoredPayment> read(String id) {
        return store.read(id);
    }

    @Override
    public OfOrder ofOrder(String merchantId, String orderId) {
        return store.ofOrder(merchantId, orderId);
    }

    @Override
    public Committed commit(Change change) {
        return store.commit(change);
    }

    @Override
    public boolean claim(StoredPayment read, Instant now) {
        return store.claim(read, now);
    }

    @Override
    public void recordNoAnswer(Payment payment, Instant claimed) {
        store.recordNoAnswer(payment, claimed);
    }

    @Override
    public void recordVersion(Payment payment, int seqrVersion) {
        store.recordVersion(payment, seqrVersion);
    }

    @Override
    public void release(Payment payment, Attempt left) {
        store.release(payment, left);
    }

    @Override
    public List<String> due(Instant now, int limit) {
        return store.due(now, limit);
    }

    @Override
    public Optional<Refund> refund(String paymentId, String refundId) {
        return store.refund(paymentId, refundId);
    }

    @Override
    public List<Refund> refunds(String paymentId) {
        return store.refunds(paymentId);
    }

    @Override
    public List<HistoryEntry> history(String paymentId) {
        return store.history(paymentId);
    }

    private void changed(Change change) {
        if (EventType.of(change).isPresent()) stream.accept(change);
    }

    /** @param hears of each change that leaves something in the outbox, as the table's stream would tell it */
    public void onOutbox(Consumer<Change> hears) {
        stream = hears;
    }

    public Feed feed() {
        return new DynamoDbFeed(items, NAME);
    }

    public Deliveries deliveries() {
        return new DynamoDbDeliveries(items, NAME);
    }

    public WebhookEndpoints endpoints() {
        return new DynamoDbWebhookEndpoints(items, NAME);
    }

    /** When the first of what is to be published or delivered should have been; empty if there is nothing. */
    public Optional<Instant> toTell() {
        return Stream.of("OUT#", "DLV#")
                .flatMap(items.items()::earliest)
                .map(place -> Long.parseLong(place.substring(0, place.indexOf('#'))))
                .min(Long::compare)
                .map(Instant::ofEpochSecond);
    }
}
