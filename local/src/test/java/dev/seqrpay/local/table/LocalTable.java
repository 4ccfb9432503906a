package dev.seqrpay.local.table;

import dev.seqrpay.dynamodb.DynamoDbPayments;
import dev.seqrpay.dynamodb.ShortHttpClient;
import dev.seqrpay.local.stack.Project;
import dev.seqrpay.local.template.TableResource;
import dev.seqrpay.local.template.Template;
import dev.seqrpay.payment.PaymentStore;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The template's own table, in DynamoDB Local. */
public final class LocalTable implements AutoCloseable {
    private final DynamoDbProcess dynamoDb;
    private final PaymentStore payments;

    public LocalTable() {
        Project project = Project.find();
        dynamoDb = DynamoDbProcess.inMemory(project.folder().resolve("local/dynamodb/target"));
        TableResource table =
                Template.read(project.template(), Map.of()).tables().get(0);
        DynamoDbClient client = DynamoDbClient.builder()
                .endpointOverride(URI.create(dynamoDb.url()))
                .region(Region.of(Template.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(new ShortHttpClient(Duration.ofSeconds(10)))
                .build();
        client.createTable(new TableRequest(table).create());
        payments = new DynamoDbPayments(client, table.name(), change -> {});
    }

    public PaymentStore payments() {
        return payments;
    }

    @Override
    public void close() {
        dynamoDb.close();
    }
}
