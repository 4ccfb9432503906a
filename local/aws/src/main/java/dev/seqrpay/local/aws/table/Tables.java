package dev.seqrpay.local.aws.table;

import dev.seqrpay.local.aws.template.TableResource;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The template's tables in DynamoDB Local. */
public final class Tables implements AutoCloseable {
    private final DynamoDbClient client;
    private final DynamoDbStreamsClient streams;

    public Tables(Map<String, String> environment) {
        client = here(DynamoDbClient.builder(), environment).build();
        streams = here(DynamoDbStreamsClient.builder(), environment).build();
    }

    private static <B extends AwsSyncClientBuilder<B, ?> & AwsClientBuilder<B, ?>> B here(
            B builder, Map<String, String> environment) {
        return builder.endpointOverride(URI.create(environment.get("AWS_ENDPOINT_URL_DYNAMODB")))
                .region(Region.of(environment.get("AWS_REGION")))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        environment.get("AWS_ACCESS_KEY_ID"), environment.get("AWS_SECRET_ACCESS_KEY"))))
                .httpClient(UrlConnectionHttpClient.create());
    }

    /** Makes those that are not there yet; data of an earlier run stays, and gets the stream and the TTL that it had not. */
    public void create(List<TableResource> tables) {
        for (TableResource table : tables) {
            TableRequest request = new TableRequest(table);
            try {
                client.createTable(request.create());
            } catch (ResourceInUseException exists) {
                if (stream(table.name()) == null) request.addStream().ifPresent(client::updateTable);
            }
            request.timeToLive().filter(this::isNew).ifPresent(client::updateTimeToLive);
        }
    }

    private boolean isNew(UpdateTimeToLiveRequest wanted) {
        return client.describeTimeToLive(describe -> describe.tableName(wanted.tableName()))
                        .timeToLiveDescription()
                        .attributeName()
                == null;
    }

    private String stream(String table) {
        return client.describeTable(describe -> describe.tableName(table))
                .table()
                .latestStreamArn();
    }

    /** What changes in a table from now on. */
    public TableStream changes(String table) {
        return new TableStream(streams, stream(table));
    }

    /** One item by its key, read consistently; empty if there is none. */
    public Map<String, AttributeValue> item(String table, Map<String, AttributeValue> key) {
        return client.getItem(request -> request.tableName(table).key(key).consistentRead(true))
                .item();
    }

    /** All of a stack, with what is in them; a logical id has no hyphen, so no other stack's are meant. */
    public void deleteAllOf(String stack) {
        Pattern name = Pattern.compile(Pattern.quote(stack) + "-[A-Za-z][A-Za-z0-9]*");
        client.listTablesPaginator().tableNames().stream()
                .filter(table -> name.matcher(table).matches())
                .forEach(table -> client.deleteTable(delete -> delete.tableName(table)));
    }

    DynamoDbClient client() {
        return client;
    }

    @Override
    public void close() {
        streams.close();
        client.close();
    }
}
