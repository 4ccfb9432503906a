package dev.seqrpay.local.table;

import dev.seqrpay.dynamodb.DynamoDbPayments;
import dev.seqrpay.dynamodb.ShortHttpClient;
import dev.seqrpay.local.stack.Project;
import dev.seqrpay.local.template.TableResource;
import dev.seqrpay.local.template.Template;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.PaymentStoreContract;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The store on the template's own table, in DynamoDB Local. */
class DynamoDbPaymentsTest extends PaymentStoreContract {
    private static DynamoDbProcess dynamoDb;
    private static PaymentStore store;

    @BeforeAll
    static void start() {
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
        client.createTable(new TableRequest(table).toSdk());
        store = new DynamoDbPayments(client, table.name(), change -> {});
    }

    @AfterAll
    static void stop() {
        dynamoDb.close();
    }

    @Override
    protected PaymentStore store() {
        return store;
    }
}
