package dev.seqrpay.simulation.port;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** As much of DynamoDB, in memory, as our stores in DynamoDB ask of it: items of one table and of its index {@code due}. */
final class ItemTable implements DynamoDbClient {
    private final Items items = new Items();

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}

    Items items() {
        return items;
    }

    @Override
    public GetItemResponse getItem(GetItemRequest get) {
        return GetItemResponse.builder().item(items.get(get.key())).build();
    }

    @Override
    public QueryResponse query(QueryRequest query) {
        Map<String, AttributeValue> values = query.expressionAttributeValues();
        Condition condition = Condition.of(query.keyConditionExpression(), values);
        Stream<Map<String, AttributeValue>> candidates = query.indexName() == null
                ? items.partition(values.get(":pk").s())
                : items.indexed(values.get(":partition").s());
        List<Map<String, AttributeValue>> found =
                new ArrayList<>(candidates.filter(condition::holdsFor).toList());
        if (Boolean.FALSE.equals(query.scanIndexForward())) Collections.reverse(found);
        int limit = query.limit() == null ? found.size() : Math.min(found.size(), query.limit());
        return QueryResponse.builder().items(found.subList(0, limit)).build();
    }

    @Override
    public PutItemResponse putItem(PutItemRequest put) {
        check(put.conditionExpression(), put.expressionAttributeValues(), items.get(put.item()));
        items.put(put.item());
        return PutItemResponse.builder().build();
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest delete) {
        items.remove(delete.key());
        return DeleteItemResponse.builder().build();
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest update) {
        check(update.conditionExpression(), update.expressionAttributeValues(), items.get(update.key()));
        Map<String, String> names = update.expressionAttributeNames();
        change(update.key(), named(update.updateExpression(), names), update.expressionAttributeValues());
        return UpdateItemResponse.builder().build();
    }

    private static void check(String condition, Map<String, AttributeValue> values, Map<String, AttributeValue> item) {
        if (!Condition.of(condition, values).holdsFor(item))
            throw ConditionalCheckFailedException.builder().build();
    }

    private static String named(String expression, Map<String, String> names) {
        String named = expression;
        for (Map.Entry<String, String> name : names.entrySet()) named = named.replace(name.getKey(), name.getValue());
        return named;
    }

    /** {@code SET a = :a, b = :b REMOVE c, d}. */
    private void change(Map<String, AttributeValue> key, String expression, Map<String, AttributeValue> values) {
        Map<String, AttributeValue> after = new HashMap<>(items.get(key));
        after.putAll(key);
        String[] parts = expression.split(" REMOVE ");
        for (String each : parts[0].substring("SET ".length()).split(", ")) {
            String[] words = each.split(" = ");
            after.put(words[0], values.get(words[1]));
        }
        if (parts.length > 1) after.keySet().removeAll(Arrays.asList(parts[1].split(", ")));
        items.put(after);
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest transaction) {
        List<CancellationReason> reasons =
                transaction.transactItems().stream().map(this::reason).toList();
        if (reasons.stream().anyMatch(reason -> !"None".equals(reason.code())))
            throw TransactionCanceledException.builder()
                    .cancellationReasons(reasons)
                    .build();
        transaction.transactItems().forEach(this::write);
        return TransactWriteItemsResponse.builder().build();
    }

    private void write(TransactWriteItem write) {
        Update update = write.update();
        if (update == null) items.put(write.put().item());
        else change(update.key(), update.updateExpression(), update.expressionAttributeValues());
    }

    private CancellationReason reason(TransactWriteItem write) {
        Update update = write.update();
        Put put = write.put();
        return update == null
                ? reason(put.conditionExpression(), put.expressionAttributeValues(), put.item())
                : reason(update.conditionExpression(), update.expressionAttributeValues(), update.key());
    }

    private CancellationReason reason(
            String condition, Map<String, AttributeValue> values, Map<String, AttributeValue> key) {
        Map<String, AttributeValue> there = items.get(key);
        return Condition.of(condition, values).holdsFor(there)
                ? CancellationReason.builder().code("None").build()
                : CancellationReason.builder()
                        .code("ConditionalCheckFailed")
                        .item(there)
                        .build();
    }
}
