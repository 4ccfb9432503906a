package dev.seqrpay.dynamodb;

import static dev.seqrpay.dynamodb.Answered.answered;

import dev.seqrpay.link.PaymentLink;
import dev.seqrpay.link.PaymentLinks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Payment links in the table ({@code LNK#<merchant>}, the link's id). */
public final class DynamoDbPaymentLinks implements PaymentLinks {
    /** Behind its end: as long as the receipt of what it was paid last is shown, and a month. DynamoDB deletes it then. */
    private static final Duration KEPT = Duration.ofDays(120);

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoDbPaymentLinks(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public void put(PaymentLink link) {
        Item item = Keys.link(link.merchantId(), link.id())
                .put("invoice", InvoiceItem.of(link.invoice()))
                .put("uses", link.maxUses())
                .put("expires", link.expiresAt())
                .put("created", link.createdAt())
                .put("off", link.isOff());
        if (link.expiresAt() != null)
            item.put("ttl", (Number) link.expiresAt().plus(KEPT).getEpochSecond());
        answered(() -> dynamoDb.putItem(put -> put.tableName(table).item(item.attributes())));
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
