package dev.seqrpay.dynamodb;

import static dev.seqrpay.dynamodb.Answered.answered;

import dev.seqrpay.payment.DayIndex;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The payments of a day in the table ({@code DAY#<merchant>#<day>}, the time and the payment's id); {@link Commit} writes them. */
public final class DynamoDbDayIndex implements DayIndex {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoDbDayIndex(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public List<Place> madeOn(String merchantId, LocalDate day, Optional<Place> before, int limit) {
        Item values = new Item()
                .put(":pk", Keys.ofDay(merchantId, new Place(day, "")).text("pk"))
                .put(":before", before.map(Place::key).orElse("~"));
        return answered(() -> dynamoDb
                .query(query -> query.tableName(table)
                        .keyConditionExpression("pk = :pk AND sk < :before")
                        .expressionAttributeValues(values.attributes())
                        .scanIndexForward(false)
                        .limit(limit))
                .items()
                .stream()
                .map(item -> new Place(day, new Item(item).text("sk")))
                .toList());
    }
}
