package dev.seqrpay.dynamodb;

import static dev.seqrpay.dynamodb.Answered.answered;

import dev.seqrpay.event.DeliveryName;
import dev.seqrpay.event.FeedEvent;
import dev.seqrpay.webhook.Deliveries;
import dev.seqrpay.webhook.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The deliveries in the table. */
public final class DynamoDbDeliveries implements Deliveries {
    /** Time for the queue to bring it. */
    private static final Duration QUEUED = Duration.ofMinutes(5);

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final DynamoDbDueIndex overdue;

    public DynamoDbDeliveries(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.overdue = new DynamoDbDueIndex(dynamoDb, table, Keys.TO_TRY);
    }

    @Override
    public Optional<Delivery> find(DeliveryName name) {
        Map<String, AttributeValue> item = answered(() -> dynamoDb.getItem(get -> get.tableName(table)
                        .key(Keys.delivery(name).attributes())
                        .consistentRead(true)))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(DeliveryItem.delivery(new Item(item)));
    }

    @Override
    public Optional<Delivery> claim(Delivery read, Instant now, Instant until) {
        Delivery begun = read.begun(now, until);
        Item values = new Item()
                .put(":pending", Delivery.State.PENDING)
                .put(":before", read.tries())
                .put(":tries", begun.tries())
                .put(":now", now)
                .put(":until", until)
                .put(":due", Keys.toTry(read.name(), until));
        boolean claimed = update(
                read.name(),
                "SET tries = :tries, tried = :now, #next = :until, gsk = :due",
                Map.of("#next", "next"),
                "st = :pending AND tries = :before",
                values);
        return claimed ? Optional.of(begun) : Optional.empty();
    }

    @Override
    public void record(Delivery after) {
        Item values = new Item()
                .put(":pending", Delivery.State.PENDING)
                .put(":tries", after.tries())
                .put(":state", after.state());
        String set = "SET st = :state";
        String remove = "";
        if (after.status() == null) remove += ", #status";
        else {
            values.put(":status", after.status());
            set += ", #status = :status";
        }
        if (after.error() == null) remove += ", #error";
        else {
            values.put(":error", after.error());
            set += ", #error = :error";
        }
        if (after.nextAt() == null) remove += ", #next, gpk, gsk";
        else {
            values.put(":next", after.nextAt()).put(":due", Keys.toTry(after.name(), after.nextAt()));
            set += ", #next = :next, gsk = :due";
        }
        update(
                after.name(),
                set + (remove.isEmpty() ? "" : " REMOVE " + remove.substring(2)),
                Map.of("#next", "next", "#status", "status", "#error", "error"),
                "st = :pending AND tries = :tries",
                values);
    }

    @Override
    public void renew(FeedEvent event, String endpointId, Instant now) {
        Item item = DeliveryItem.fresh(event, endpointId, now);
        answered(() -> dynamoDb.putItem(put -> put.tableName(table).item(item.attributes())));
    }

    @Override
    public List<Delivery> of(String endpointId, long before, int limit) {
        Item values = new Item()
                .put(":pk", Keys.delivery(new DeliveryName(endpointId, 1)).text("pk"))
                .put(":before", Keys.position(before));
        return answered(() -> dynamoDb
                .query(query -> query.tableName(table)
                        .keyConditionExpression("pk = :pk AND sk < :before")
                        .expressionAttributeValues(values.attributes())
                        .scanIndexForward(false)
                        .consistentRead(true)
                        .limit(limit))
                .items()
                .stream()
                .map(item -> DeliveryItem.delivery(new Item(item)))
                .toList());
    }

    @Override
    public List<DeliveryName> takeOverdue(Instant now, int limit) {
        return answered(() -> overdue.items(now, limit)).stream()
                .limit(limit)
                .filter(item -> moveOn(item, now))
                .map(Keys::deliveryName)
                .toList();
    }

    private boolean moveOn(Item listed, Instant now) {
        DeliveryName name = Keys.deliveryName(listed);
        Item values = new Item().put(":listed", listed.text("gsk")).put(":later", Keys.toTry(name, now.plus(QUEUED)));
        return update(name, "SET gsk = :later", Map.of(), "gsk = :listed", values);
    }

    /** @return whether the condition held */
    private boolean update(DeliveryName name, String update, Map<String, String> names, String condition, Item values) {
        return answered(() -> {
            try {
                Retry.write(() -> dynamoDb.updateItem(request -> request.tableName(table)
                        .key(Keys.delivery(name).attributes())
                        .updateExpression(update)
                        .conditionExpression(condition)
                        .expressionAttributeNames(names.isEmpty() ? null : names)
                        .expressionAttributeValues(values.attributes())));
                return true;
            } catch (ConditionalCheckFailedException conditionFailed) {
                return false;
            }
        });
    }
}
