package dev.seqrpay.simulation.port;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A condition of DynamoDB's, as far as ours go: comparisons and functions that are all to hold, or one of two.
 *
 * @param ways one of which is to hold, which all parts of it do
 */
record Condition(List<List<String[]>> ways, Map<String, AttributeValue> values) {
    private static final Condition NONE = new Condition(List.of(List.of()), Map.of());

    /** @param text null for none */
    static Condition of(String text, Map<String, AttributeValue> values) {
        return text == null
                ? NONE
                : new Condition(
                        Stream.of(text.split(" OR ")).map(Condition::parts).toList(), values);
    }

    /** {@code a BETWEEN :b AND :c} is split in two, of which the second has one word. */
    private static List<String[]> parts(String way) {
        return Stream.of(way.split(" AND "))
                .map(part -> part.endsWith(")")
                        ? part.substring(0, part.length() - 1).split("[(]|, ")
                        : part.replace(" BETWEEN ", " >= ").split(" "))
                .toList();
    }

    boolean holdsFor(Map<String, AttributeValue> item) {
        for (List<String[]> way : ways) if (holds(way, item)) return true;
        return false;
    }

    private boolean holds(List<String[]> way, Map<String, AttributeValue> item) {
        for (int i = 0; i < way.size(); i++) {
            String[] words = way.get(i);
            if (words.length == 1) words = new String[] {way.get(i - 1)[0], "<=", words[0]};
            if (!holds(words, item)) return false;
        }
        return true;
    }

    private boolean holds(String[] words, Map<String, AttributeValue> item) {
        return switch (words[0]) {
            case "attribute_exists" -> item.containsKey(words[1]);
            case "attribute_not_exists" -> !item.containsKey(words[1]);
            case "begins_with" ->
                item.get(words[1]).s().startsWith(values.get(words[2]).s());
            default -> item.containsKey(words[0]) && compares(words, item.get(words[0]));
        };
    }

    private boolean compares(String[] words, AttributeValue there) {
        int compared = compared(there, values.get(words[2]));
        return switch (words[1]) {
            case "=" -> compared == 0;
            case "<" -> compared < 0;
            case "<=" -> compared <= 0;
            case ">=" -> compared >= 0;
            default -> throw new UnsupportedOperationException(words[1]);
        };
    }

    private static int compared(AttributeValue one, AttributeValue other) {
        return one.n() == null
                ? one.s().compareTo(other.s())
                : new BigDecimal(one.n()).compareTo(new BigDecimal(other.n()));
    }
}
