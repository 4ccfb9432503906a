package dev.seqrpay.dynamodb;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item as DynamoDB writes it in JSON. */
final class DynamoJson {
    private DynamoJson() {}

    static Map<String, Object> of(Item item) {
        return of(item.attributes());
    }

    private static Map<String, Object> of(Map<String, AttributeValue> attributes) {
        Map<String, Object> json = new TreeMap<>();
        attributes.forEach((name, value) -> json.put(name, of(value)));
        return json;
    }

    private static Map<String, Object> of(AttributeValue value) {
        return switch (value.type()) {
            case S -> Map.of("S", value.s());
            case N -> Map.of("N", value.n());
            case BOOL -> Map.of("BOOL", value.bool());
            case M -> Map.of("M", of(value.m()));
            case L -> Map.of("L", value.l().stream().map(DynamoJson::of).toList());
            default -> throw new IllegalArgumentException("no row has a " + value.type());
        };
    }
}
