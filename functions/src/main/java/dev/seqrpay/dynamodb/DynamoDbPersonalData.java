package dev.seqrpay.dynamodb;

import static dev.seqrpay.dynamodb.Answered.answered;

import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PersonalData;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Personal data in the payments' rows, and how far it is erased ({@code ERA#<merchant>}). */
public final class DynamoDbPersonalData implements PersonalData {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoDbPersonalData(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public boolean erase(Payment read) {
        Item values = new Item()
                .put(":invoice", InvoiceItem.of(read.withoutPersonalData().invoice()))
                .put(":v", read.version());
        return answered(() -> {
            try {
                Retry.write(() -> dynamoDb.updateItem(update -> update.tableName(table)
                        .key(Keys.payment(read.id()).attributes())
                        .updateExpression(
                                "SET invoice = :invoice REMOVE " + SourceItem.BUYER + ", " + StandingItem.OFFER)
                        .conditionExpression("v = :v")
                        .expressionAttributeValues(values.attributes())));
                return true;
            } catch (ConditionalCheckFailedException hasChanged) {
                return false;
            }
        });
    }

    @Override
    public Optional<LocalDate> erasedThrough(String merchantId) {
        Map<String, AttributeValue> item = answered(() -> dynamoDb.getItem(
                        get -> get.tableName(table).key(Keys.erasure(merchantId).attributes())))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(new Item(item).text("day")));
    }

    @Override
    public void markErasedThrough(String merchantId, LocalDate day) {
        Item item = Keys.erasure(merchantId).put("day", day.toString());
        answered(() -> dynamoDb.putItem(put -> put.tableName(table).item(item.attributes())));
    }
}
