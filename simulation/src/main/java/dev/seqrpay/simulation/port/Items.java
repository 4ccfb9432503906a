package dev.seqrpay.simulation.port;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items of a table by their keys, and by those of its index: an item without these is not in the index. */
final class Items {
    private static final String INDEX_PARTITION = "gpk";
    private static final String INDEX_SORT = "gsk";

    private final Map<String, TreeMap<String, Map<String, AttributeValue>>> partitions = new HashMap<>();
    private final Map<String, TreeMap<String, Map<String, AttributeValue>>> index = new TreeMap<>();

    /** @return none of its attributes if there is no such item */
    Map<String, AttributeValue> get(Map<String, AttributeValue> key) {
        return partitions
                .getOrDefault(key.get("pk").s(), new TreeMap<>())
                .getOrDefault(key.get("sk").s(), Map.of());
    }

    Stream<Map<String, AttributeValue>> partition(String key) {
        return partitions.getOrDefault(key, new TreeMap<>()).values().stream();
    }

    /** In the order of the index. */
    Stream<Map<String, AttributeValue>> indexed(String key) {
        return index.getOrDefault(key, new TreeMap<>()).values().stream();
    }

    /** The earliest of each partition of the index whose name begins so. */
    Stream<String> earliest(String list) {
        return index.entrySet().stream()
                .filter(partition -> partition.getKey().startsWith(list))
                .filter(partition -> !partition.getValue().isEmpty())
                .map(partition -> partition.getValue().firstKey());
    }

    void put(Map<String, AttributeValue> item) {
        remove(item);
        partitions
                .computeIfAbsent(item.get("pk").s(), pk -> new TreeMap<>())
                .put(item.get("sk").s(), item);
        if (item.containsKey(INDEX_PARTITION))
            index.computeIfAbsent(item.get(INDEX_PARTITION).s(), gpk -> new TreeMap<>())
                    .put(place(item), item);
    }

    void remove(Map<String, AttributeValue> key) {
        TreeMap<String, Map<String, AttributeValue>> partition =
                partitions.get(key.get("pk").s());
        if (partition == null) return;
        Map<String, AttributeValue> before = partition.remove(key.get("sk").s());
        if (before != null && before.containsKey(INDEX_PARTITION))
            index.get(before.get(INDEX_PARTITION).s()).remove(place(before));
    }

    private static String place(Map<String, AttributeValue> item) {
        return item.get(INDEX_SORT).s() + " " + item.get("pk").s() + " "
                + item.get("sk").s();
    }

    /** Makes each item what it is to be from now on; null takes it away. */
    void change(UnaryOperator<Map<String, AttributeValue>> as) {
        partitions.values().stream()
                .flatMap(partition -> partition.values().stream())
                .toList()
                .forEach(item -> {
                    Map<String, AttributeValue> changed = as.apply(item);
                    if (changed == null) remove(item);
                    else put(changed);
                });
    }
}
