package dev.seqrpay.dynamodb;

import dev.seqrpay.aws.ShortHttpClient;
import dev.seqrpay.event.Feed;
import dev.seqrpay.live.Connections;
import dev.seqrpay.local.aws.Project;
import dev.seqrpay.local.aws.table.TableRequest;
import dev.seqrpay.local.aws.table.TableStream;
import dev.seqrpay.local.aws.table.Tables;
import dev.seqrpay.local.aws.template.TableResource;
import dev.seqrpay.local.aws.template.Template;
import dev.seqrpay.merchant.KeyUses;
import dev.seqrpay.merchant.Merchants;
import dev.seqrpay.payment.DayIndex;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.webhook.Deliveries;
import dev.seqrpay.webhook.WebhookEndpoints;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The template's own table, wherever it is. */
public class TemplateTable implements AutoCloseable {
    private static final SdkHttpClient HTTP = new ShortHttpClient(Duration.ofMinutes(2));

    private final String url;
    private final TableResource template;
    private final DynamoDbClient client;
    private final Tables streams;
    private String name;

    /** @param url where the engine answers */
    public TemplateTable(String url) {
        this.url = url;
        template = Template.read(Project.find().template(), Map.of()).tables().get(0);
        client = client(HTTP);
        streams = new Tables(environment());
        renew();
    }

    /** What tells a function where the table is. */
    public Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL_DYNAMODB",
                url,
                "AWS_REGION",
                Template.REGION,
                "AWS_ACCESS_KEY_ID",
                "local",
                "AWS_SECRET_ACCESS_KEY",
                "local");
    }

    /** From now on an empty one, without the stream, which costs DynamoDB Local more than what is written. */
    final void renew() {
        Map<String, Object> properties = new HashMap<>(template.properties());
        properties.remove("StreamSpecification");
        create(properties);
    }

    final void renewWithStream() {
        create(template.properties());
    }

    /** What is written to it from now on. */
    TableStream changes() {
        return streams.changes(name);
    }

    /** The one before goes, for DynamoDB Local becomes slower with each table that it has. */
    private void create(Map<String, Object> properties) {
        delete();
        name = template.name() + "-" + UUID.randomUUID();
        client.createTable(new TableRequest(new TableResource(name, properties)).create());
    }

    private void delete() {
        if (name != null) client.deleteTable(delete -> delete.tableName(name));
    }

    DynamoDbClient client() {
        return client;
    }

    String name() {
        return name;
    }

    public PaymentStore payments() {
        return new DynamoDbPayments(client, name, change -> {});
    }

    Merchants merchants() {
        return new DynamoDbMerchants(client, name);
    }

    KeyUses keyUses() {
        return new DynamoDbKeyUses(client, name);
    }

    DayIndex dayIndex() {
        return new DynamoDbDayIndex(client, name);
    }

    Feed feed() {
        return new DynamoDbFeed(client, name);
    }

    Deliveries deliveries() {
        return new DynamoDbDeliveries(client, name);
    }

    WebhookEndpoints webhookEndpoints() {
        return new DynamoDbWebhookEndpoints(client, name);
    }

    Connections connections() {
        return new DynamoDbConnections(client, name);
    }

    /** The same table by a way of its own. AWS's client tries again on it as often as ever, but without a pause. */
    PaymentStore payments(UnreliableHttp.Way way) {
        return new DynamoDbPayments(client(new UnreliableHttp(HTTP, way)), name, change -> {});
    }

    private DynamoDbClient client(SdkHttpClient http) {
        return DynamoDbClient.builder()
                .endpointOverride(URI.create(url))
                .region(Region.of(Template.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(http)
                .overrideConfiguration(
                        client -> client.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .backoffStrategy(BackoffStrategy.retryImmediately())
                                .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                                .build()))
                .build();
    }

    /** The versions of which the shop is to be told. */
    List<Integer> outbox(String paymentId) {
        return client
                .queryPaginator(query -> query.tableName(name)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :ob)")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("PAY#" + paymentId), ":ob", AttributeValue.fromS("OB#"))))
                .items()
                .stream()
                .map(item -> Integer.valueOf(item.get("sk").s().substring("OB#".length())))
                .toList();
    }

    @Override
    public void close() {
        delete();
        streams.close();
        client.close();
    }
}
