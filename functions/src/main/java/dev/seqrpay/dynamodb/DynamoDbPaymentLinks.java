package dev.seqrpay.dynamodb;

import static dev.seqrpay.dynamodb.Answered.answered;

import dev.seqrpay.link.PaymentLink;
import dev.seqrpay.link.PaymentLinks;
import dev.seqrpay.payment.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Payment links in the table ({@code LNK#<merchant>}, the link's id). */
public final class DynamoDbPaymentLinks implements PaymentLinks {
    /** Behind its end: as long as the receipt of what it was paid last is shown, and a month. DynamoDB deletes it then. */
    private static final Duration KEPT = Duration.ofDays(120);

    private static final Duration KEY_KEPT = Duration.ofDays(30);

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoDbPaymentLinks(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public void put(PaymentLink link) {
        answered(() ->
                dynamoDb.putItem(put -> put.tableName(table).item(item(link).attributes())));
    }

    /** The key takes the link's id first, so that who comes after a crash between the two writes puts the same link. */
    @Override
    public PaymentLink create(PaymentLink link, String idempotencyKey) {
        Item key = Keys.linkKey(link.merchantId(), idempotencyKey)
                .put("link", link.id())
                .put("ttl", (Number) link.createdAt().plus(KEY_KEPT).getEpochSecond());
        PaymentLink first =
                link.withId(putIfNew(key).map(taken -> taken.text("link")).orElse(link.id()));
        return putIfNew(item(first))
                .map(there -> link(link.merchantId(), there))
                .orElse(first);
    }

    /** @return the item that is there already */
    private Optional<Item> putIfNew(Item item) {
        try {
            dynamoDb.putItem(put -> put.tableName(table)
                    .item(item.attributes())
                    .conditionExpression("attribute_not_exists(pk)")
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Optional.empty();
        } catch (ConditionalCheckFailedException taken) {
            return Optional.of(new Item(taken.item()));
        } catch (SdkException e) {
            throw new StoreUnavailable(e);
        }
    }

    private static Item item(PaymentLink link) {
        Item item = Keys.link(link.merchantId(), link.id())
                .put("invoice", InvoiceItem.of(link.invoice()))
                .put("uses", link.maxUses())
                .put("expires", link.expiresAt())
                .put("created", link.createdAt())
                .put("off", link.isOff());
        if (link.expiresAt() != null)
            item.put("ttl", (Number) link.expiresAt().plus(KEPT).getEpochSecond());
        return item;
    }

    @Override
    public Optional<PaymentLink> find(String merchantId, String id) {
        Map<String, AttributeValue> item = answered(() -> dynamoDb.getItem(get -> get.tableName(table)
                        .key(Keys.link(merchantId, id).attributes())
                        .consistentRead(true)))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(link(merchantId, new Item(item)));
    }

    @Override
    public List<PaymentLink> of(String merchantId, Optional<String> before, int limit) {
        Item values =
                new Item().put(":pk", Keys.link(merchantId, "").text("pk")).put(":before", before.orElse("~"));
        // links with long orders do not all fit into one answer
        return answered(() -> dynamoDb
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("pk = :pk AND sk < :before")
                        .expressionAttributeValues(values.attributes())
                        .scanIndexForward(false)
                        .limit(limit))
                .items()
                .stream()
                .limit(limit)
                .map(item -> link(merchantId, new Item(item)))
                .toList());
    }

    private static PaymentLink link(String merchantId, Item item) {
        return new PaymentLink(
                item.text("sk"),
                merchantId,
                InvoiceItem.invoice(item.item("invoice")),
                item.numberOrNull("uses"),
                item.instantOrNull("expires"),
                item.instant("created"),
                item.isTrue("off"));
    }
}
