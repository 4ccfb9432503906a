package dev.seqrpay.dynamodb;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** One of the to-do lists in the index {@code due}, over the partitions that share it. It has keys only. */
final class DynamoDbDueIndex {
    private final DynamoDbClient dynamoDb;
    private final String table;
    private final String list;

    /** @param list what its partitions begin with */
    DynamoDbDueIndex(DynamoDbClient dynamoDb, String table, String list) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.list = list;
    }

    /**
     * Those whose time has come, the earliest first.
     *
     * @param limit for each partition
     */
    List<Item> items(Instant now, int limit) {
        return IntStream.range(0, Keys.DUE_PARTITIONS)
                .mapToObj(partition -> items(partition, now, limit))
                .flatMap(List::stream)
                .sorted(Comparator.comparing(item -> item.text("gsk")))
                .toList();
    }

    private List<Item> items(int partition, Instant now, int limit) {
        Item values = new Item().put(":partition", list + partition).put(":now", Keys.dueTime(now.plusSeconds(1)));
        return dynamoDb
                .query(query -> query.tableName(table)
                        .indexName("due")
                        .keyConditionExpression("gpk = :partition AND gsk < :now")
                        .expressionAttributeValues(values.attributes())
                        .limit(limit))
                .items()
                .stream()
                .map(Item::new)
                .toList();
    }
}
