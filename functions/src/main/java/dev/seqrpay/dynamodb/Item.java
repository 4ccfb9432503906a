package dev.seqrpay.dynamodb;

import dev.seqrpay.payment.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A DynamoDB item by its plain types. What is {@code null} is not stored. */
final class Item {
    private final Map<String, AttributeValue> attributes;

    Item() {
        this(new HashMap<>());
    }

    Item(Map<String, AttributeValue> attributes) {
        this.attributes = attributes;
    }

    static Item key(String pk, String sk) {
        return new Item().put("pk", pk).put("sk", sk);
    }

    Map<String, AttributeValue> attributes() {
        return attributes;
    }

    Item put(String name, @Nullable String value) {
        if (value != null) attributes.put(name, AttributeValue.fromS(value));
        return this;
    }

    Item put(String name, @Nullable Enum<?> value) {
        return put(name, value == null ? null : value.name());
    }

    Item put(String name, @Nullable Number value) {
        if (value != null) attributes.put(name, AttributeValue.fromN(value.toString()));
        return this;
    }

    Item put(String name, @Nullable BigDecimal value) {
        return put(name, value == null ? null : value.toPlainString());
    }

    /** As text, to the last digit, so that what is read is what was written. */
    Item put(String name, @Nullable Instant value) {
        return put(name, value == null ? null : value.toString());
    }

    Item put(String name, @Nullable Money value) {
        return put(name, value == null ? null : (Number) value.minor());
    }

    Item put(String name, byte[] value) {
        attributes.put(name, AttributeValue.fromB(SdkBytes.fromByteArray(value)));
        return this;
    }

    /** Stores {@code true} only; an absent field reads as {@code false}. */
    Item put(String name, boolean value) {
        if (value) attributes.put(name, AttributeValue.fromBool(true));
        return this;
    }

    Item put(String name, Item value) {
        attributes.put(name, AttributeValue.fromM(value.attributes));
        return this;
    }

    Item put(String name, List<Item> values) {
        attributes.put(
                name,
                AttributeValue.fromL(values.stream()
                        .map(item -> AttributeValue.fromM(item.attributes))
                        .toList()));
        return this;
    }

    Item putStrings(String name, List<String> values) {
        attributes.put(
                name,
                AttributeValue.fromL(values.stream().map(AttributeValue::fromS).toList()));
        return this;
    }

    Item putTexts(String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            Map<String, AttributeValue> texts = new HashMap<>();
            values.forEach((key, value) -> texts.put(key, AttributeValue.fromS(value)));
            attributes.put(name, AttributeValue.fromM(texts));
        }
        return this;
    }

    SortedMap<String, String> textsByName(String name) {
        SortedMap<String, String> texts = new TreeMap<>();
        if (attributes.containsKey(name)) attributes.get(name).m().forEach((key, value) -> texts.put(key, value.s()));
        return texts;
    }

    boolean isTrue(String name) {
        return attributes.containsKey(name) && attributes.get(name).bool();
    }

    String text(String name) {
        return required(name, textOrNull(name));
    }

    @Nullable
    String textOrNull(String name) {
        return get(name, AttributeValue::s);
    }

    Integer number(String name) {
        return required(name, numberOrNull(name));
    }

    @Nullable
    Integer numberOrNull(String name) {
        return get(name, value -> Integer.valueOf(value.n()));
    }

    long longNumber(String name) {
        return required(name, longNumberOrNull(name));
    }

    @Nullable
    Long longNumberOrNull(String name) {
        return get(name, value -> Long.valueOf(value.n()));
    }

    BigDecimal decimal(String name) {
        return required(name, decimalOrNull(name));
    }

    @Nullable
    BigDecimal decimalOrNull(String name) {
        return get(name, value -> new BigDecimal(value.s()));
    }

    Instant instant(String name) {
        return required(name, instantOrNull(name));
    }

    @Nullable
    Instant instantOrNull(String name) {
        return get(name, value -> Instant.parse(value.s()));
    }

    Money money(String name, Money like) {
        return required(name, moneyOrNull(name, like));
    }

    @Nullable
    Money moneyOrNull(String name, Money like) {
        return get(name, value -> new Money(like.currency(), Long.parseLong(value.n())));
    }

    byte[] bytes(String name) {
        return required(name, bytesOrNull(name));
    }

    byte @Nullable [] bytesOrNull(String name) {
        return get(name, value -> value.b().asByteArray());
    }

    <E extends Enum<E>> E word(String name, Class<E> type) {
        return required(name, wordOrNull(name, type));
    }

    <E extends Enum<E>> @Nullable E wordOrNull(String name, Class<E> type) {
        return get(name, value -> Enum.valueOf(type, value.s()));
    }

    Item item(String name) {
        return required(name, itemOrNull(name));
    }

    @Nullable
    Item itemOrNull(String name) {
        return get(name, value -> new Item(value.m()));
    }

    List<Item> items(String name) {
        List<AttributeValue> values = required(name, get(name, AttributeValue::l));
        return values.stream().map(each -> new Item(each.m())).toList();
    }

    List<Item> itemsOrNone(String name) {
        return attributes.containsKey(name) ? items(name) : List.of();
    }

    List<String> textsOrNone(String name) {
        return attributes.containsKey(name) ? texts(name) : List.of();
    }

    List<String> texts(String name) {
        List<AttributeValue> values = required(name, get(name, AttributeValue::l));
        return values.stream().map(AttributeValue::s).toList();
    }

    private <T> @Nullable T get(String name, Function<AttributeValue, T> as) {
        AttributeValue value = attributes.get(name);
        return value == null ? null : as.apply(value);
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) throw new IllegalStateException("an item of the table has no " + name);
        return value;
    }
}
