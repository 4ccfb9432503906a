package dev.seqrpay.simulation.port;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A condition of DynamoDB's, as far as ours go: comparisons and functions that are all to hold. */
record Condition(String text, Map<String, AttributeValue> values) {

    boolean holdsFor(Map<String, AttributeValue> item) {
        return Stream.of(text.split(" AND ")).allMatch(part -> holds(part, item));
    }

    private boolean holds(String part, Map<String, AttributeValue> item) {
        if (part.endsWith(")"))
            return function(part.substring(0, part.length() - 1).split("[(]|, "), item);
        String[] words = part.split(" ");
        AttributeValue there = item.get(words[0]);
        if (there == null) return false;
        int compared = compared(there, values.get(words[2]));
        return switch (words[1]) {
            case "=" -> compared == 0;
            case "<" -> compared < 0;
            default -> throw new UnsupportedOperationException(part);
        };
    }

    private boolean function(String[] words, Map<String, AttributeValue> item) {
        return switch (words[0]) {
            case "attribute_exists" -> item.containsKey(words[1]);
            case "attribute_not_exists" -> !item.containsKey(words[1]);
            case "begins_with" ->
                item.get(words[1]).s().startsWith(values.get(words[2]).s());
            default -> throw new UnsupportedOperationException(words[0]);
        };
    }

    private static int compared(AttributeValue one, AttributeValue other) {
        return one.n() == null
                ? one.s().compareTo(other.s())
                : new BigDecimal(one.n()).compareTo(new BigDecimal(other.n()));
    }
}
