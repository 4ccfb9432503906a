package dev.seqrpay.dynamodb;

import static dev.seqrpay.dynamodb.Answered.answered;

import dev.seqrpay.webhook.SigningSecret;
import dev.seqrpay.webhook.WebhookEndpoint;
import dev.seqrpay.webhook.WebhookEndpoint.Former;
import dev.seqrpay.webhook.WebhookEndpoint.Health;
import dev.seqrpay.webhook.WebhookEndpoint.Off;
import dev.seqrpay.webhook.WebhookEndpoint.Secrets;
import dev.seqrpay.webhook.WebhookEndpoint.Target;
import dev.seqrpay.webhook.WebhookEndpoints;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The shops' webhook endpoints in the table ({@code EPS#<merchant>}, the endpoint's id). */
public final class DynamoDbWebhookEndpoints implements WebhookEndpoints {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoDbWebhookEndpoints(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public List<WebhookEndpoint> of(String merchantId) {
        Item values = new Item().put(":pk", Keys.webhookEndpoint(merchantId, "").text("pk"));
        return answered(() -> dynamoDb
                .query(query -> query.tableName(table)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(values.attributes())
                        .consistentRead(true))
                .items()
                .stream()
                .map(item -> endpoint(new Item(item)))
                .toList());
    }

    @Override
    public Optional<WebhookEndpoint> find(String endpointId) {
        Item key = key(endpointId);
        Map<String, AttributeValue> item = answered(() -> dynamoDb.getItem(
                        get -> get.tableName(table).key(key.attributes()).consistentRead(true)))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(endpoint(new Item(item)));
    }

    @Override
    public boolean put(WebhookEndpoint endpoint) {
        Item item = item(endpoint);
        return answered(() -> {
            try {
                Retry.write(() -> dynamoDb.putItem(put -> put.tableName(table)
                        .item(item.attributes())
                        .conditionExpression(endpoint.version() == 0 ? "attribute_not_exists(pk)" : "v = :before")
                        .expressionAttributeValues(before(endpoint))));
                return true;
            } catch (ConditionalCheckFailedException changedMeanwhile) {
                return false;
            }
        });
    }

    private static @Nullable Map<String, AttributeValue> before(WebhookEndpoint endpoint) {
        return endpoint.version() == 0
                ? null
                : new Item().put(":before", endpoint.version()).attributes();
    }

    @Override
    public void remove(String endpointId) {
        answered(() -> dynamoDb.deleteItem(
                delete -> delete.tableName(table).key(key(endpointId).attributes())));
    }

    private static Item key(String endpointId) {
        return Keys.webhookEndpoint(endpointId.split("_", 3)[1], endpointId);
    }

    static Item item(WebhookEndpoint endpoint) {
        Item item = Keys.webhookEndpoint(endpoint.merchantId(), endpoint.id())
                .put("v", endpoint.version() + 1)
                .put("created", endpoint.createdAt())
                .put("url", endpoint.target().url().toString())
                .putStrings("types", endpoint.target().types().stream().sorted().toList())
                .put("secret", secret(endpoint.secrets().current()))
                .put("off", endpoint.health().off())
                .put("failing", endpoint.health().failingSince())
                .put("untold", endpoint.health().untoldSince());
        Former former = endpoint.secrets().former();
        return former == null
                ? item
                : item.put("former", secret(former.secret())).put("formerUntil", former.until());
    }

    private static Item secret(SigningSecret secret) {
        return new Item().put("key", secret.ringKey()).put("number", secret.number());
    }

    static WebhookEndpoint endpoint(Item item) {
        return new WebhookEndpoint(
                item.text("sk"),
                item.number("v"),
                item.instant("created"),
                new Target(URI.create(item.text("url")), Set.copyOf(item.texts("types"))),
                new Secrets(secretOf(item.item("secret")), former(item)),
                new Health(
                        item.wordOrNull("off", Off.class),
                        item.instantOrNull("failing"),
                        item.instantOrNull("untold")));
    }

    private static SigningSecret secretOf(Item item) {
        return new SigningSecret(item.number("key"), item.number("number"));
    }

    private static @Nullable Former former(Item item) {
        Item secret = item.itemOrNull("former");
        return secret == null ? null : new Former(secretOf(secret), item.instant("formerUntil"));
    }
}
