package dev.seqrpay.dynamodb;

import static dev.seqrpay.dynamodb.Answered.answered;

import dev.seqrpay.merchant.KeyUses;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * The counters of keys in the table ({@code USE#<key>}): the minute and the uses in it. Functions whose clocks differ count into
 * the later minute.
 */
public final class DynamoDbKeyUses implements KeyUses {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoDbKeyUses(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public int count(String keyId, Instant now) {
        Item minute = new Item()
                .put(":minute", (Number) now.truncatedTo(ChronoUnit.MINUTES).getEpochSecond())
                .put(":one", 1);
        return answered(() -> update(keyId, "ADD n :one", "m >= :minute", minute)
                .or(() -> update(keyId, "SET m = :minute, n = :one", "attribute_not_exists(m) OR m < :minute", minute))
                .or(() -> update(keyId, "ADD n :one", "m >= :minute", minute))
                .orElse(1));
    }

    private Optional<Integer> update(String keyId, String update, String condition, Item values) {
        try {
            Map<String, AttributeValue> after = Retry.write(
                            () -> dynamoDb.updateItem(request -> request.tableName(table)
                                    .key(Keys.keyUse(keyId).attributes())
                                    .updateExpression(update)
                                    .conditionExpression(condition)
                                    .expressionAttributeValues(values.attributes())
                                    .returnValues(ReturnValue.UPDATED_NEW)))
                    .attributes();
            return Optional.of(new Item(after).number("n"));
        } catch (ConditionalCheckFailedException anotherMinute) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Instant> latest(String keyId) {
        Map<String, AttributeValue> item = answered(() -> dynamoDb.getItem(
                        get -> get.tableName(table).key(Keys.keyUse(keyId).attributes())))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(Instant.ofEpochSecond(new Item(item).longNumber("m")));
    }
}
