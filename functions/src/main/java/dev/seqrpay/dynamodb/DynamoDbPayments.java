package dev.seqrpay.dynamodb;

import dev.seqrpay.payment.Change;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The payments in the table. */
public final class DynamoDbPayments implements PaymentStore {
    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Commit commit;
    private final Consumer<Change> listener;

    /** @param listener hears of every change that was stored, after it */
    public DynamoDbPayments(DynamoDbClient dynamoDb, String table, Consumer<Change> listener) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.commit = new Commit(dynamoDb, table);
        this.listener = listener;
    }

    @Override
    public Optional<Payment> find(String id) {
        return get(Keys.payment(id)).map(PaymentItem::payment);
    }

    @Override
    public Committed commit(Change change) {
        Committed committed = commit.apply(change);
        if (committed.isApplied()) listener.accept(change);
        return committed;
    }

    @Override
    public boolean claim(Payment payment, Instant now, Duration interval) {
        boolean overdue = payment.due().map(due -> !due.isAfter(now)).orElse(false);
        Item values = new Item()
                .put(":v", payment.version())
                .put(":now", (Number) now.toEpochMilli())
                .put(":limit", (Number) now.minus(interval).toEpochMilli())
                .put(":failed", (Number) now.minus(sooner(interval)).toEpochMilli())
                .put(":ahead", (Number) now.plus(interval).toEpochMilli());
        if (overdue) values.put(":last", Keys.dueTime(now) + "#" + payment.id());
        return update(
                payment,
                "SET ck = :now" + (overdue ? ", gsk = :last" : "") + " REMOVE failed",
                "v = :v AND (attribute_not_exists(ck) OR ck <= :limit OR ck > :ahead"
                        + " OR attribute_exists(failed) AND ck <= :failed)",
                values);
    }

    private static Duration sooner(Duration interval) {
        return interval.compareTo(Settlement.AFTER_FAILURE) < 0 ? interval : Settlement.AFTER_FAILURE;
    }

    @Override
    public void failed(Payment payment, Instant claimed) {
        Item values = new Item().put(":v", payment.version()).put(":claimed", (Number) claimed.toEpochMilli());
        update(payment, "SET failed = :claimed", "v = :v AND ck = :claimed", values);
    }

    @Override
    public void seen(Payment payment, int seqrVersion) {
        Item values = new Item().put(":v", payment.version()).put(":sv", seqrVersion);
        update(payment, "SET sv = :sv", "v = :v AND sv < :sv", values);
    }

    @Override
    public void release(Payment payment) {
        Item values = new Item().put(":v", payment.version()).put(":free", Instant.EPOCH);
        update(payment, "SET lease = :free", "v = :v", values);
    }

    @Override
    public List<String> due(Instant now, int limit) {
        return IntStream.range(0, Keys.DUE_PARTITIONS)
                .mapToObj(partition -> due(partition, now, limit))
                .flatMap(List::stream)
                .sorted(Comparator.comparing(item -> item.text("gsk")))
                .map(Keys::paymentId)
                .distinct()
                .limit(limit)
                .toList();
    }

    private List<Item> due(int partition, Instant now, int limit) {
        Item values = new Item()
                .put(":partition", Keys.duePartition(partition))
                .put(":now", Keys.dueTime(now.plusSeconds(1)));
        return items(dynamoDb.query(query -> query.tableName(table)
                        .indexName("due")
                        .keyConditionExpression("gpk = :partition AND gsk < :now")
                        .expressionAttributeValues(values.attributes())
                        .limit(limit))
                .items());
    }

    @Override
    public Optional<Refund> refund(String paymentId, String refundId) {
        return get(Keys.refund(paymentId, refundId)).map(RefundItem::refund);
    }

    @Override
    public List<Refund> refunds(String paymentId) {
        return below(paymentId, "RF#").stream()
                .map(RefundItem::refund)
                .sorted(Comparator.comparing(Refund::createdAt))
                .toList();
    }

    @Override
    public List<Event> history(String paymentId) {
        return below(paymentId, "EV#").stream().map(EventItem::event).toList();
    }

    private Optional<Item> get(Item key) {
        Map<String, AttributeValue> item = dynamoDb.getItem(
                        get -> get.tableName(table).key(key.attributes()).consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(new Item(item));
    }

    private List<Item> below(String paymentId, String prefix) {
        Item values = new Item().put(":pk", Keys.payment(paymentId).text("pk")).put(":prefix", prefix);
        return items(dynamoDb
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
                        .expressionAttributeValues(values.attributes())
                        .consistentRead(true))
                .items()
                .stream()
                .toList());
    }

    private static List<Item> items(List<Map<String, AttributeValue>> items) {
        return items.stream().map(Item::new).toList();
    }

    /** @return whether the condition held */
    private boolean update(Payment payment, String update, String condition, Item values) {
        UpdateItemRequest request = UpdateItemRequest.builder()
                .tableName(table)
                .key(Keys.payment(payment.id()).attributes())
                .updateExpression(update)
                .conditionExpression(condition)
                .expressionAttributeValues(values.attributes())
                .build();
        try {
            Busy.again(() -> dynamoDb.updateItem(request));
            return true;
        } catch (ConditionalCheckFailedException somebodyElse) {
            return false;
        }
    }
}
