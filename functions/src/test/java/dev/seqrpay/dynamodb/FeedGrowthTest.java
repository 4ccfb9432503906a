package dev.seqrpay.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.event.SampleEvents;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * What a look into a shop's feed costs does not grow with the feed: counted in requests and in read units. With {@code -Dlong=}
 * the feed has a million events, and the times of the looks are printed.
 */
class FeedGrowthTest {
    private static final boolean IS_LONG = "".equals(System.getProperty("long"));
    private static final int FEW = 1_000;
    private static final int MANY = IS_LONG ? 1_000_000 : 10_000;
    private static final int BATCH = 25;

    private static LocalTable table;

    private final List<Double> units = new ArrayList<>();

    @BeforeAll
    static void start() {
        table = new LocalTable();
    }

    @AfterAll
    static void stop() {
        table.close();
    }

    /** As the product's, and asks what each query costs. */
    private DynamoDbClient counting() {
        return DynamoDbClient.builder()
                .endpointOverride(URI.create(table.environment().get("AWS_ENDPOINT_URL_DYNAMODB")))
                .region(Region.of(table.environment().get("AWS_REGION")))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(call -> call.addExecutionInterceptor(new ExecutionInterceptor() {
                    @Override
                    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
                        return context.request() instanceof QueryRequest query
                                ? query.toBuilder()
                                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                                        .build()
                                : context.request();
                    }

                    @Override
                    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
                        if (context.response() instanceof QueryResponse answer)
                            units.add(answer.consumedCapacity().capacityUnits());
                    }
                }))
                .build();
    }

    @Test
    void a_look_costs_the_same_in_a_feed_of_any_length() {
        fill(1, FEW);
        List<Look> few = looks(FEW);
        fill(FEW + 1, MANY);
        List<Look> many = looks(MANY);

        assertThat(many).extracting(Look::requests).containsOnly(1);
        assertThat(many)
                .extracting(Look::units)
                .isEqualTo(few.stream().map(Look::units).toList());
        if (IS_LONG)
            for (int i = 0; i < many.size(); i++)
                System.out.printf(
                        "%d events, look %d: %.2f ms, with %d events %.2f ms%n",
                        MANY, i, many.get(i).millis(), FEW, few.get(i).millis());
    }

    private record Look(int requests, double units, double millis) {}

    /** From the beginning, from the middle and from near the end, a hundred events each. */
    private List<Look> looks(long length) {
        try (DynamoDbClient client = counting()) {
            DynamoDbFeed feed = new DynamoDbFeed(client, table.name());
            return LongStream.of(0, length / 2, length - 100)
                    .mapToObj(after -> look(feed, after))
                    .toList();
        }
    }

    private Look look(DynamoDbFeed feed, long after) {
        int times = IS_LONG ? 200 : 1;
        units.clear();
        long start = System.nanoTime();
        for (int i = 0; i < times; i++)
            assertThat(feed.after("demoshop", after, 100))
                    .hasSize(100)
                    .last()
                    .isEqualTo(SampleEvents.event(after + 100));
        double millis = (System.nanoTime() - start) / 1e6 / times;
        assertThat(units).containsOnly(units.get(0));
        return new Look(units.size() / times, units.get(0), millis);
    }

    private static void fill(long from, long to) {
        LongStream.iterate(from, first -> first <= to, first -> first + BATCH)
                .parallel()
                .forEach(first -> write(first, Math.min(first + BATCH - 1, to)));
    }

    private static void write(long from, long to) {
        List<WriteRequest> puts = LongStream.rangeClosed(from, to)
                .mapToObj(position ->
                        FeedItem.of(SampleEvents.event(position), SampleEvents.NOW.plus(Duration.ofDays(1))))
                .map(item -> WriteRequest.builder()
                        .putRequest(PutRequest.builder().item(item.attributes()).build())
                        .build())
                .toList();
        var unwritten = table.client()
                .batchWriteItem(batch -> batch.requestItems(Map.of(table.name(), puts)))
                .unprocessedItems();
        assertThat(unwritten).isEmpty();
    }
}
