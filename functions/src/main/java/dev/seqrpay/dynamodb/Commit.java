package dev.seqrpay.dynamodb;

import dev.seqrpay.payment.Change;
import dev.seqrpay.payment.DayIndex;
import dev.seqrpay.payment.EventType;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentStore.Committed;
import dev.seqrpay.payment.PaymentStore.Outcome;
import dev.seqrpay.payment.Standing.Issued;
import dev.seqrpay.payment.Standing.Paid;
import dev.seqrpay.payment.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * One change as one transaction: the row, its history, what the shop is to be told, the guards of its references, its place in its order
 * and its refund. The row is the first item, so that the first reason of a cancelled transaction is the race and the others are
 * the guards.
 */
final class Commit {
    private static final String NEW = "attribute_not_exists(pk)";

    private final DynamoDbClient dynamoDb;
    private final String table;

    Commit(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    Committed apply(Change change) {
        String write = UUID.randomUUID().toString();
        Payment stored = change.stored();
        Item row = ClaimItem.put(PaymentItem.of(stored).put("w", write), change.claimed());
        List<TransactWriteItem> writes = writes(change, row);
        try {
            Retry.write(() -> dynamoDb.transactWriteItems(transaction -> transaction.transactItems(writes)));
            return new Committed(Outcome.APPLIED, stored);
        } catch (TransactionCanceledException e) {
            List<CancellationReason> reasons = e.cancellationReasons();
            if (failed(reasons.get(0)))
                return raced(stored, write, new Item(reasons.get(0).item()));
            if (reasons.stream().noneMatch(Commit::failed)) throw e;
            return change.place() == null
                    ? taken(change.payment())
                    : new Committed(Outcome.OVERTAKEN, change.payment());
        }
    }

    private List<TransactWriteItem> writes(Change change, Item row) {
        Payment payment = change.payment();
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(payment.version() == 1 ? put(row, NEW) : replace(row, payment));
        writes.add(put(EventItem.of(payment.id(), change.entry()), null));
        EventType.of(change).ifPresent(type -> writes.add(put(OutboxItem.of(type, change), null)));
        if (payment.standing() instanceof Issued issued && change.from() != State.ISSUED) {
            String reference = issued.invoice().reference();
            writes.add(put(Keys.invoiceReference(payment.terminalId(), reference, payment.id()), NEW));
        }
        if (payment.standing() instanceof Paid paid && change.from() != State.PAID)
            writes.add(put(Keys.ersReference(paid.ersReference(), payment.id()), NEW));
        if (change.place() != null) {
            writes.add(put(place(payment, change.place()), NEW));
            writes.add(put(Keys.ofDay(payment.merchantId(), DayIndex.Place.of(payment)), null));
        }
        if (change.refund() != null) writes.add(put(RefundItem.of(change.refund()), null));
        return writes;
    }

    private static Item place(Payment payment, int place) {
        return Keys.ofOrder(payment.merchantId(), payment.invoice().orderId(), place)
                .put("payment", payment.id());
    }

    private TransactWriteItem put(Item item, @Nullable String condition) {
        return write(Put.builder().item(item.attributes()).conditionExpression(condition));
    }

    /** The history goes on from the entry that the row names, so a change of a payment that is not the stored one is refused. */
    private TransactWriteItem replace(Item row, Payment changed) {
        Item before = new Item().put(":before", changed.version() - 1);
        boolean isFirst = changed.historyHash().isEmpty();
        if (!isFirst) before.put(":hash", changed.historyHash());
        return write(Put.builder()
                .item(row.attributes())
                .conditionExpression("v = :before AND " + (isFirst ? "attribute_not_exists(h)" : "h = :hash"))
                .expressionAttributeValues(before.attributes()));
    }

    private TransactWriteItem write(Put.Builder put) {
        return TransactWriteItem.builder()
                .put(put.tableName(table)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build())
                .build();
    }

    /**
     * The stored row may be our own: when an answer got lost on the way, the SDK writes again. Only the name of the write tells
     * this, because two handlers may want to write the same row (two refunds of one amount in one millisecond).
     */
    private static Committed raced(Payment ours, String write, Item winner) {
        if (winner.attributes().isEmpty()) throw new IllegalStateException(ours.id() + " is not there any more");
        if (write.equals(winner.textOrNull("w"))) return new Committed(Outcome.APPLIED, ours);
        return new Committed(Outcome.LOST, PaymentItem.payment(winner));
    }

    private Committed taken(Payment payment) {
        Map<String, AttributeValue> row = dynamoDb.getItem(get -> get.tableName(table)
                        .key(Keys.payment(payment.id()).attributes())
                        .consistentRead(true))
                .item();
        return new Committed(Outcome.TAKEN, PaymentItem.payment(new Item(row)));
    }

    private static boolean failed(CancellationReason reason) {
        return "ConditionalCheckFailed".equals(reason.code());
    }
}
