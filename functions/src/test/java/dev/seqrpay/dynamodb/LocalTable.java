package dev.seqrpay.dynamodb;

import dev.seqrpay.aws.ShortHttpClient;
import dev.seqrpay.live.Connections;
import dev.seqrpay.local.aws.Project;
import dev.seqrpay.local.aws.table.DynamoDbProcess;
import dev.seqrpay.local.aws.table.TableRequest;
import dev.seqrpay.local.aws.template.TableResource;
import dev.seqrpay.local.aws.template.Template;
import dev.seqrpay.payment.PaymentStore;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The template's own table, in DynamoDB Local. */
public final class LocalTable implements AutoCloseable {
    private static final SdkHttpClient HTTP = new ShortHttpClient(Duration.ofMinutes(2));

    private final DynamoDbProcess dynamoDb;
    private final TableResource template;
    private final DynamoDbClient client;
    private int tables;
    private String name;

    public LocalTable() {
        Project project = Project.find();
        dynamoDb = DynamoDbProcess.inMemory(project.folder().resolve("local/dynamodb/target"));
        template = withoutStream(
                Template.read(project.template(), Map.of()).tables().get(0));
        client = client(HTTP);
        renew();
    }

    /** Which nobody here reads, and which costs DynamoDB Local more than what is written. */
    private static TableResource withoutStream(TableResource table) {
        Map<String, Object> properties = new HashMap<>(table.properties());
        properties.remove("StreamSpecification");
        return new TableResource(table.name(), properties);
    }

    /** From now on an empty one. The one before goes, for DynamoDB Local becomes slower with each table that it has. */
    void renew() {
        if (name != null) client.deleteTable(delete -> delete.tableName(name));
        name = template.name() + tables++;
        client.createTable(new TableRequest(new TableResource(name, template.properties())).create());
    }

    public PaymentStore payments() {
        return new DynamoDbPayments(client, name, change -> {});
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
                .endpointOverride(URI.create(dynamoDb.url()))
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

    /** The versions of which the payment's outbox has an item. */
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
        dynamoDb.close();
    }
}
