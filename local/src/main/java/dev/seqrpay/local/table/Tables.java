package dev.seqrpay.local.table;

import dev.seqrpay.local.template.TableResource;
import java.net.URI;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;

/** The template's tables in DynamoDB Local. */
public final class Tables implements AutoCloseable {
    private final DynamoDbClient client;

    public Tables(Map<String, String> environment) {
        client = DynamoDbClient.builder()
                .endpointOverride(URI.create(environment.get("AWS_ENDPOINT_URL_DYNAMODB")))
                .region(Region.of(environment.get("AWS_REGION")))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        environment.get("AWS_ACCESS_KEY_ID"), environment.get("AWS_SECRET_ACCESS_KEY"))))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /** Makes those that are not there yet, so data of an earlier run stays. */
    public void create(List<TableResource> tables) {
        for (TableResource table : tables) {
            try {
                client.createTable(new TableRequest(table).toSdk());
            } catch (ResourceInUseException itIsThere) {
                continue;
            }
        }
    }

    /** One item by its key, read consistently; empty if there is none. */
    public Map<String, AttributeValue> item(String table, Map<String, AttributeValue> key) {
        return client.getItem(request -> request.tableName(table).key(key).consistentRead(true))
                .item();
    }

    DynamoDbClient client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
    }
}
