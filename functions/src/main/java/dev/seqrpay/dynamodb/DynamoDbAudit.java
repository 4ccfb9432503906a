package dev.seqrpay.dynamodb;

import static dev.seqrpay.dynamodb.Answered.answered;

import dev.seqrpay.payment.HistoryAudit;
import dev.seqrpay.payment.HistoryAudit.Finding;
import dev.seqrpay.payment.HistoryEntry;
import dev.seqrpay.payment.Payment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Audits the payments' histories in the table. It reads the whole table, which no function of the deployment may do, so only
 * somebody who may read the table themselves can run it.
 */
public final class DynamoDbAudit {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoDbAudit(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** The payments of the table, those of which only a history is left included. */
    public Stream<String> paymentIds() {
        Item values = new Item().put(":row", "META").put(":first", "EV#").put(":payment", Keys.PAYMENT);
        return dynamoDb
                .scanPaginator(scan -> scan.tableName(table)
                        .filterExpression("begins_with(pk, :payment) AND (sk = :row OR begins_with(sk, :first))")
                        .expressionAttributeValues(values.attributes())
                        .projectionExpression("pk"))
                .items()
                .stream()
                .map(Item::new)
                .map(Keys::paymentId)
                .distinct();
    }

    /** @return nothing if the history is whole; for a payment that is not there at all, that it is not */
    public List<Finding> check(String paymentId) {
        List<Item> items = answered(() -> items(paymentId));
        if (items.isEmpty()) return List.of(new Finding(0, "is not in the table"));
        List<Finding> found = new ArrayList<>();
        Optional<Payment> row = items.stream()
                .filter(item -> item.text("sk").equals("META"))
                .flatMap(item -> read(item, PaymentItem::payment, 0, found).stream())
                .findFirst();
        List<HistoryEntry> history = items.stream()
                .filter(item -> item.text("sk").startsWith("EV#"))
                .flatMap(item -> read(item, EventItem::entry, Keys.version(item), found).stream())
                .toList();
        found.addAll(HistoryAudit.check(paymentId, row.orElse(null), history));
        return found;
    }

    private List<Item> items(String paymentId) {
        Item values = new Item().put(":pk", Keys.payment(paymentId).text("pk"));
        return dynamoDb
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(values.attributes())
                        .consistentRead(true))
                .items()
                .stream()
                .map(Item::new)
                .toList();
    }

    /** What somebody has damaged may not be readable at all. */
    private static <T> Optional<T> read(Item item, Function<Item, T> as, int version, List<Finding> found) {
        try {
            return Optional.of(as.apply(item));
        } catch (RuntimeException e) {
            found.add(new Finding(version, "cannot be read: " + e.getMessage()));
            return Optional.empty();
        }
    }
}
