package dev.seqrpay.dynamodb;

import static dev.seqrpay.dynamodb.Answered.answered;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Whose money it is ({@code ERS#<ersReference>}); {@link Commit} writes it when a payment is paid. */
public final class DynamoDbReferences {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoDbReferences(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** @return the payment's id */
    public Optional<String> paymentOf(String ersReference) {
        Item key = new Item(Keys.ersReference(ersReference, "").attributes());
        key.attributes().remove("payment");
        Map<String, AttributeValue> item = answered(() -> dynamoDb.getItem(
                        get -> get.tableName(table).key(key.attributes()).consistentRead(true)))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(new Item(item).text("payment"));
    }
}
