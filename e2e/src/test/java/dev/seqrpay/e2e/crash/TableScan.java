package dev.seqrpay.e2e.crash;

import dev.seqrpay.aws.ShortHttpClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** All that is in a table, past the code that wrote it. */
public final class TableScan {
    private final Map<String, String> environment;

    /** @param environment a function's */
    public TableScan(Map<String, String> environment) {
        this.environment = environment;
    }

    public List<Map<String, AttributeValue>> items() {
        try (DynamoDbClient dynamoDb = client(environment)) {
            return dynamoDb
                    .scanPaginator(scan ->
                            scan.tableName(environment.get("TABLE_NAME")).consistentRead(true))
                    .items()
                    .stream()
                    .toList();
        }
    }

    /** @param environment a function's */
    public static DynamoDbClient client(Map<String, String> environment) {
        return DynamoDbClient.builder()
                .endpointOverride(URI.create(environment.get("AWS_ENDPOINT_URL_DYNAMODB")))
                .region(Region.of(environment.get("AWS_REGION")))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        environment.get("AWS_ACCESS_KEY_ID"), environment.get("AWS_SECRET_ACCESS_KEY"))))
                .httpClient(new ShortHttpClient(Duration.ofMinutes(2)))
                .build();
    }
}
