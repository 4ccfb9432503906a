package dev.seqrpay.local.table;

import dev.seqrpay.dynamodb.DynamoDbPayments;
import dev.seqrpay.dynamodb.ShortHttpClient;
import dev.seqrpay.local.stack.Project;
import dev.seqrpay.local.template.TableResource;
import dev.seqrpay.local.template.Template;
import dev.seqrpay.payment.PaymentStore;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The template's own table, in DynamoDB Local. */
public final class LocalTable implements AutoCloseable {
    private final DynamoDbProcess dynamoDb;
    private final DynamoDbClient client;
    private final String name;
    private final PaymentStore payments;

    public LocalTable() {
        Project project = Project.find();
        dynamoDb = DynamoDbProcess.inMemory(project.folder().resolve("local/dynamodb/target"));
        TableResource table =
                Template.read(project.template(), Map.of()).tables().get(0);
        name = table.name();
        client = DynamoDbClient.builder()
                .endpointOverride(URI.create(dynamoDb.url()))
                .region(Region.of(Template.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(new ShortHttpClient(Duration.ofSeconds(10)))
                .build();
        client.createTable(new TableRequest(table).create());
        payments = new DynamoDbPayments(client, name, change -> {});
    }

    public PaymentStore payments() {
        return payments;
    }

    /** The versions of which the payment's outbox has an item. */
    public List<Integer> outbox(String paymentId) {
        return client
                .query(query -> query.tableName(name)
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
