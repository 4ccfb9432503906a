package dev.seqrpay.dynamodb;

import static dev.seqrpay.dynamodb.Answered.answered;

import dev.seqrpay.live.Connections;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Open sockets, stored beside the payment that they look at. DynamoDB deletes them some time after their {@code ttl}. */
public final class DynamoDbConnections implements Connections {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoDbConnections(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public void opened(String paymentId, String connectionId, Instant until) {
        Item item = Keys.connection(paymentId, until, connectionId).put("ttl", (Number) until.getEpochSecond());
        answered(() -> dynamoDb.putItem(put -> put.tableName(table).item(item.attributes())));
    }

    @Override
    public List<String> of(String paymentId, Instant now) {
        Item values = new Item()
                .put(":pk", Keys.payment(paymentId).text("pk"))
                .put(":next", Keys.CONNECTION + Keys.dueTime(now.plusSeconds(1)))
                .put(":last", Keys.CONNECTION + "~");
        return answered(() -> dynamoDb.query(query -> query.tableName(table)
                                .keyConditionExpression("pk = :pk AND sk BETWEEN :next AND :last")
                                .expressionAttributeValues(values.attributes())
                                .consistentRead(true))
                        .items())
                .stream()
                .map(item -> new Item(item).text("sk"))
                .map(key -> key.substring(key.lastIndexOf('#') + 1))
                .toList();
    }
}
