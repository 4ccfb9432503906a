package dev.seqrpay.dynamodb;

import static dev.seqrpay.dynamodb.Answered.answered;

import dev.seqrpay.reconciliation.Difference;
import dev.seqrpay.reconciliation.Reconciliation;
import dev.seqrpay.reconciliation.Reconciliations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Reconciliations in the table ({@code REC#<merchant>}, the number), and beside each its differences in one item. */
public final class DynamoDbReconciliations implements Reconciliations {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoDbReconciliations(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public Optional<Reconciliation> find(String merchantId, int number) {
        Map<String, AttributeValue> item = read(Keys.reconciliation(merchantId, number));
        return item.isEmpty() ? Optional.empty() : Optional.of(ReconciliationItem.reconciliation(new Item(item)));
    }

    @Override
    public List<Reconciliation> latest(String merchantId, int limit) {
        Item values = new Item().put(":pk", Keys.reconciliation(merchantId, 0).text("pk"));
        return answered(() -> dynamoDb
                .query(query -> query.tableName(table)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(values.attributes())
                        .consistentRead(true)
                        .scanIndexForward(false)
                        .limit(limit))
                .items()
                .stream()
                .map(item -> ReconciliationItem.reconciliation(new Item(item)))
                .toList());
    }

    @Override
    public boolean store(Reconciliation reconciliation) {
        Item item = ReconciliationItem.of(reconciliation);
        boolean isFirst = reconciliation.version() == 1;
        Item values = new Item().put(":before", reconciliation.version() - 1);
        return answered(() -> {
            try {
                Retry.write(() -> dynamoDb.putItem(put -> put.tableName(table)
                        .item(item.attributes())
                        .conditionExpression(isFirst ? "attribute_not_exists(pk)" : "v = :before")
                        .expressionAttributeValues(isFirst ? null : values.attributes())
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)));
                return true;
            } catch (ConditionalCheckFailedException other) {
                // the client repeats a write whose answer got lost, and then it is our own that is there
                return other.item().equals(item.attributes());
            }
        });
    }

    @Override
    public void keep(Reconciliation of, List<Difference> differences) {
        Item item = Keys.differences(of.merchantId(), of.number())
                .put("found", differences.stream().map(ReconciliationItem::of).toList());
        answered(() -> dynamoDb.putItem(put -> put.tableName(table).item(item.attributes())));
    }

    @Override
    public List<Difference> differences(String merchantId, int number) {
        return new Item(read(Keys.differences(merchantId, number)))
                .itemsOrNone("found").stream()
                        .map(ReconciliationItem::difference)
                        .toList();
    }

    private Map<String, AttributeValue> read(Item key) {
        return answered(() -> dynamoDb.getItem(
                        get -> get.tableName(table).key(key.attributes()).consistentRead(true)))
                .item();
    }
}
