package dev.seqrpay.dynamodb;

import static dev.seqrpay.dynamodb.Answered.answered;

import dev.seqrpay.payment.Attempt;
import dev.seqrpay.payment.Change;
import dev.seqrpay.payment.Claim;
import dev.seqrpay.payment.HistoryEntry;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.StoredPayment;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The payments in the table. */
public final class DynamoDbPayments implements PaymentStore {
    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Commit commit;
    private final DynamoDbDueIndex due;
    private final Consumer<Change> listener;

    /** @param listener hears of every change that was stored, after it */
    public DynamoDbPayments(DynamoDbClient dynamoDb, String table, Consumer<Change> listener) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.commit = new Commit(dynamoDb, table);
        this.due = new DynamoDbDueIndex(dynamoDb, table, Keys.DUE);
        this.listener = listener;
    }

    @Override
    public Optional<StoredPayment> read(String id) {
        return answered(() ->
                get(Keys.payment(id)).map(item -> new StoredPayment(PaymentItem.payment(item), ClaimItem.claim(item))));
    }

    @Override
    public OfOrder ofOrder(String merchantId, String orderId) {
        Item values = new Item().put(":pk", Keys.ofOrder(merchantId, orderId, 1).text("pk"));
        List<Item> latest = answered(() -> items(dynamoDb.query(query -> query.tableName(table)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(values.attributes())
                        .scanIndexForward(false)
                        .consistentRead(true)
                        .limit(OfOrder.MOST))
                .items()));
        int count = latest.isEmpty() ? 0 : Integer.parseInt(latest.get(0).text("sk"));
        return new OfOrder(
                count, latest.stream().map(item -> item.text("payment")).toList());
    }

    @Override
    public Committed commit(Change change) {
        Committed committed = answered(() -> commit.apply(change));
        if (committed.isApplied()) listener.accept(change);
        return committed;
    }

    @Override
    public boolean claim(StoredPayment read, Instant now) {
        Payment payment = read.payment();
        boolean overdue = payment.due().map(due -> !due.isAfter(now)).orElse(false);
        boolean first = read.claim().equals(Claim.NONE);
        Item values = new Item().put(":v", payment.version()).put(":now", (Number) now.toEpochMilli());
        if (!first) values.put(":read", (Number) read.claim().at().toEpochMilli());
        if (overdue) values.put(":last", Keys.dueTime(now) + "#" + payment.id());
        return update(
                payment,
                "SET ck = :now" + (overdue ? ", gsk = :last" : "") + " REMOVE failed",
                "v = :v AND " + (first ? "attribute_not_exists(ck)" : "ck = :read"),
                values);
    }

    @Override
    public void recordNoAnswer(Payment payment, Instant claimed) {
        Item values = new Item().put(":v", payment.version()).put(":claimed", (Number) claimed.toEpochMilli());
        update(payment, "SET failed = :claimed", "v = :v AND ck = :claimed", values);
    }

    @Override
    public void recordVersion(Payment payment, int seqrVersion) {
        Item values = new Item().put(":v", payment.version()).put(":sv", seqrVersion);
        update(payment, "SET sv = :sv", "v = :v AND sv < :sv", values);
    }

    @Override
    public void release(Payment payment, Attempt left) {
        Item values = new Item()
                .put(":v", payment.version())
                .put(":number", left.number())
                .put(":lease", left.leaseUntil());
        update(payment, "SET attempt = :number, lease = :lease", "v = :v", values);
    }

    @Override
    public List<String> due(Instant now, int limit) {
        return answered(() -> due.items(now, limit).stream()
                .map(Keys::paymentId)
                .distinct()
                .limit(limit)
                .toList());
    }

    @Override
    public Optional<Refund> refund(String paymentId, String refundId) {
        return answered(() -> get(Keys.refund(paymentId, refundId)).map(RefundItem::refund));
    }

    @Override
    public List<Refund> refunds(String paymentId) {
        return answered(() -> below(paymentId, "RF#").stream()
                .map(RefundItem::refund)
                .sorted(Comparator.comparing(Refund::createdAt))
                .toList());
    }

    @Override
    public List<HistoryEntry> history(String paymentId) {
        return answered(
                () -> below(paymentId, "EV#").stream().map(EventItem::entry).toList());
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
        return answered(() -> {
            try {
                Retry.write(() -> dynamoDb.updateItem(request));
                return true;
            } catch (ConditionalCheckFailedException conditionFailed) {
                return false;
            }
        });
    }
}
