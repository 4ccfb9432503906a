package dev.seqrpay.simulation.port;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** As much of DynamoDB, in memory, as our store in DynamoDB asks of it: items of one table and of its index {@code due}. */
final class ItemTable implements DynamoDbClient {
    private final Map<String, TreeMap<String, Map<String, AttributeValue>>> items = new HashMap<>();

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}

    /** Makes each item what it is to be from now on; null takes it away. */
    void change(UnaryOperator<Map<String, AttributeValue>> as) {
        items.values().forEach(partition -> {
            partition.replaceAll((sk, item) -> {
                Map<String, AttributeValue> changed = as.apply(item);
                return changed == null ? Map.of() : changed;
            });
            partition.values().removeIf(Map::isEmpty);
        });
    }

    @Override
    public GetItemResponse getItem(GetItemRequest get) {
        return GetItemResponse.builder().item(item(get.key())).build();
    }

    /** @return none of its attributes if there is no such item */
    private Map<String, AttributeValue> item(Map<String, AttributeValue> key) {
        return items.getOrDefault(key.get("pk").s(), new TreeMap<>())
                .getOrDefault(key.get("sk").s(), Map.of());
    }

    private void put(Map<String, AttributeValue> item) {
        items.computeIfAbsent(item.get("pk").s(), pk -> new TreeMap<>())
                .put(item.get("sk").s(), item);
    }

    @Override
    public QueryResponse query(QueryRequest query) {
        Condition condition = new Condition(query.keyConditionExpression(), query.expressionAttributeValues());
        List<Map<String, AttributeValue>> found =
                new ArrayList<>(candidates(query).filter(condition::holdsFor).toList());
        if (query.indexName() != null)
            found.sort(Comparator.comparing(item -> item.get("gsk").s()));
        if (Boolean.FALSE.equals(query.scanIndexForward())) java.util.Collections.reverse(found);
        int limit = query.limit() == null ? found.size() : Math.min(found.size(), query.limit());
        return QueryResponse.builder().items(found.subList(0, limit)).build();
    }

    private Stream<Map<String, AttributeValue>> candidates(QueryRequest query) {
        if (query.indexName() == null)
            return items
                    .getOrDefault(query.expressionAttributeValues().get(":pk").s(), new TreeMap<>())
                    .values()
                    .stream();
        return items.values().stream()
                .flatMap(partition -> partition.values().stream())
                .filter(item -> item.containsKey("gpk"));
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest update) {
        Map<String, AttributeValue> values = update.expressionAttributeValues();
        Map<String, AttributeValue> before = item(update.key());
        if (!new Condition(update.conditionExpression(), values).holdsFor(before))
            throw ConditionalCheckFailedException.builder().build();
        Map<String, AttributeValue> after = new HashMap<>(before);
        String[] parts = update.updateExpression().split(" REMOVE ");
        for (String each : parts[0].substring("SET ".length()).split(", ")) {
            String[] words = each.split(" = ");
            after.put(words[0], values.get(words[1]));
        }
        if (parts.length > 1) after.remove(parts[1]);
        put(after);
        return UpdateItemResponse.builder().build();
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest transaction) {
        List<Put> puts =
                transaction.transactItems().stream().map(TransactWriteItem::put).toList();
        List<CancellationReason> reasons = puts.stream().map(this::reason).toList();
        if (reasons.stream().anyMatch(reason -> !"None".equals(reason.code())))
            throw TransactionCanceledException.builder()
                    .cancellationReasons(reasons)
                    .build();
        puts.forEach(put -> put(put.item()));
        return TransactWriteItemsResponse.builder().build();
    }

    private CancellationReason reason(Put put) {
        Map<String, AttributeValue> there = item(put.item());
        boolean holds = put.conditionExpression() == null
                || new Condition(put.conditionExpression(), put.expressionAttributeValues()).holdsFor(there);
        return holds
                ? CancellationReason.builder().code("None").build()
                : CancellationReason.builder()
                        .code("ConditionalCheckFailed")
                        .item(there)
                        .build();
    }
}
