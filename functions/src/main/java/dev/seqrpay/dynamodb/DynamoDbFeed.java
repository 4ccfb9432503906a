package dev.seqrpay.dynamodb;

import static dev.seqrpay.dynamodb.Answered.answered;

import dev.seqrpay.event.Feed;
import dev.seqrpay.event.FeedEvent;
import dev.seqrpay.event.OutboxEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The outbox and the feeds in the table. */
public final class DynamoDbFeed implements Feed {
    private final DynamoDbClient dynamoDb;
    private final String table;
    private final DynamoDbDueIndex overdue;

    public DynamoDbFeed(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.overdue = new DynamoDbDueIndex(dynamoDb, table, Keys.TO_PUBLISH);
    }

    @Override
    public List<OutboxEntry> unpublished(String paymentId) {
        Item values = new Item().put(":pk", Keys.payment(paymentId).text("pk")).put(":prefix", "OB#");
        return answered(() -> dynamoDb
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
                        .expressionAttributeValues(values.attributes())
                        .consistentRead(true))
                .items()
                .stream()
                .map(Item::new)
                .filter(item -> !OutboxItem.isPublished(item))
                .map(OutboxItem::entry)
                .toList());
    }

    @Override
    public List<String> overdue(Instant now, int limit) {
        return answered(() -> overdue.items(now, limit).stream()
                .map(Keys::paymentId)
                .distinct()
                .limit(limit)
                .toList());
    }

    @Override
    public long head(String merchantId) {
        return answered(() -> get(Keys.feedHead(merchantId)))
                .map(item -> item.longNumber("n"))
                .orElse(0L);
    }

    @Override
    public Outcome publish(FeedEvent event, @Nullable OutboxEntry from, List<String> endpointIds, Instant now) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(takePosition(event));
        if (from != null) writes.add(mark(from, event.position()));
        writes.add(put(FeedItem.of(event, now)));
        for (String endpointId : endpointIds) writes.add(put(DeliveryItem.fresh(event, endpointId, now)));
        return answered(() -> {
            try {
                Retry.write(() -> dynamoDb.transactWriteItems(transaction -> transaction.transactItems(writes)));
                return Outcome.PUBLISHED;
            } catch (TransactionCanceledException e) {
                return outcome(e, from != null);
            }
        });
    }

    private static Outcome outcome(TransactionCanceledException refused, boolean hasMark) {
        List<CancellationReason> reasons = refused.cancellationReasons();
        if (hasMark && isFailed(reasons.get(1))) return Outcome.PUBLISHED_BEFORE;
        if (reasons.stream().noneMatch(DynamoDbFeed::isFailed)) throw refused;
        return Outcome.OVERTAKEN;
    }

    private static boolean isFailed(CancellationReason reason) {
        return "ConditionalCheckFailed".equals(reason.code());
    }

    private TransactWriteItem takePosition(FeedEvent event) {
        Item values = new Item().put(":n", (Number) event.position()).put(":before", (Number) (event.position() - 1));
        return TransactWriteItem.builder()
                .update(Update.builder()
                        .tableName(table)
                        .key(Keys.feedHead(event.merchantId()).attributes())
                        .updateExpression("SET n = :n")
                        .conditionExpression(
                                event.position() == 1 ? "attribute_not_exists(n) OR n = :before" : "n = :before")
                        .expressionAttributeValues(values.attributes())
                        .build())
                .build();
    }

    private TransactWriteItem mark(OutboxEntry entry, long position) {
        Item values = new Item().put(":n", (Number) position);
        return TransactWriteItem.builder()
                .update(Update.builder()
                        .tableName(table)
                        .key(Keys.outbox(entry.paymentId(), entry.version()).attributes())
                        .updateExpression("SET n = :n REMOVE gpk, gsk")
                        .conditionExpression("attribute_exists(pk) AND attribute_not_exists(n)")
                        .expressionAttributeValues(values.attributes())
                        .build())
                .build();
    }

    private TransactWriteItem put(Item item) {
        return TransactWriteItem.builder()
                .put(Put.builder().tableName(table).item(item.attributes()).build())
                .build();
    }

    @Override
    public List<FeedEvent> after(String merchantId, long position, int limit) {
        Item values = new Item()
                .put(":pk", Keys.feedHead(merchantId).text("pk"))
                .put(":first", Keys.position(position + 1))
                .put(":last", Keys.position(999_999_999_999L));
        return answered(() -> dynamoDb
                .query(query -> query.tableName(table)
                        .keyConditionExpression("pk = :pk AND sk BETWEEN :first AND :last")
                        .expressionAttributeValues(values.attributes())
                        .consistentRead(true)
                        .limit(limit))
                .items()
                .stream()
                .map(item -> FeedItem.event(merchantId, new Item(item)))
                .toList());
    }

    @Override
    public Optional<FeedEvent> at(String merchantId, long position) {
        return answered(() -> get(Keys.feedEvent(merchantId, position))).map(item -> FeedItem.event(merchantId, item));
    }

    private Optional<Item> get(Item key) {
        Map<String, AttributeValue> item = dynamoDb.getItem(
                        get -> get.tableName(table).key(key.attributes()).consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(new Item(item));
    }
}
