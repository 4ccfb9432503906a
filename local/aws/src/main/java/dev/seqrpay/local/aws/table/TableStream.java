package dev.seqrpay.local.aws.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** DynamoDB Streams of one table: each change once, in the order in which it was made, from now on. */
public final class TableStream {
    /** Shards come seldom: DynamoDB begins a new one after hours. */
    private static final int LOOKS_BETWEEN_SHARDS = 100;

    private final DynamoDbStreamsClient client;
    private final String arn;
    private final Map<String, String> iterators = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private int looks;

    TableStream(DynamoDbStreamsClient client, String arn) {
        this.client = client;
        this.arn = arn;
        follow(ShardIteratorType.LATEST);
    }

    public String arn() {
        return arn;
    }

    /** What has come since the last time. */
    public List<Record> next() {
        if (++looks % LOOKS_BETWEEN_SHARDS == 0) follow(ShardIteratorType.TRIM_HORIZON);
        List<Record> records = new ArrayList<>();
        for (String shard : Set.copyOf(iterators.keySet())) records.addAll(next(shard));
        return records;
    }

    private List<Record> next(String shard) {
        try {
            GetRecordsResponse answer = client.getRecords(get -> get.shardIterator(iterators.get(shard)));
            if (answer.nextShardIterator() == null) iterators.remove(shard);
            else iterators.put(shard, answer.nextShardIterator());
            return answer.records();
        } catch (DynamoDbException iteratorIsTooOld) {
            // the machine slept: what came meanwhile is of no interest any more
            iterators.put(shard, iterator(shard, ShardIteratorType.LATEST));
            return List.of();
        }
    }

    private void follow(ShardIteratorType from) {
        for (Shard shard : client.describeStream(describe -> describe.streamArn(arn))
                .streamDescription()
                .shards())
            if (known.add(shard.shardId())) iterators.put(shard.shardId(), iterator(shard.shardId(), from));
    }

    private String iterator(String shard, ShardIteratorType from) {
        return client.getShardIterator(get -> get.streamArn(arn).shardId(shard).shardIteratorType(from))
                .shardIterator();
    }
}
