package dev.seqrpay.dynamodb;

import dev.seqrpay.live.Connections;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Open sockets, beside the payment that they look at. DynamoDB itself deletes what is past its {@code ttl}, sooner or later. */
public final class DynamoDbConnections implements Connections {
    private static final int MAX = 100;

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoDbConnections(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public void opened(String paymentId, String connectionId, Instant until) {
        Item item = Keys.connection(paymentId, connectionId).put("ttl", (Number) until.getEpochSecond());
        dynamoDb.putItem(put -> put.tableName(table).item(item.attributes()));
    }

    @Override
    public List<String> of(String paymentId, Instant now) {
        Item values = new Item()
                .put(":pk", Keys.payment(paymentId).text("pk"))
                .put(":prefix", Keys.CONNECTION)
                .put(":now", (Number) now.getEpochSecond());
        return dynamoDb
                .query(query -> query.tableName(table)
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
                        .filterExpression("#ttl > :now")
                        .expressionAttributeNames(Map.of("#ttl", "ttl"))
                        .expressionAttributeValues(values.attributes())
                        .consistentRead(true)
                        .limit(MAX))
                .items()
                .stream()
                .map(item -> new Item(item).text("sk").substring(Keys.CONNECTION.length()))
                .toList();
    }
}
