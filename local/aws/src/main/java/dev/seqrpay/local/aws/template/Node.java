package dev.seqrpay.local.aws.template;

import java.util.List;
import java.util.Map;

/** Typed looks into the parsed YAML: what is absent is empty. */
final class Node {
    private Node() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object parent, String... path) {
        Object node = parent;
        for (String name : path) node = node instanceof Map<?, ?> map ? map.get(name) : null;
        return node instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> maps(Map<String, Object> parent, String name) {
        return (List<Map<String, Object>>) parent.getOrDefault(name, List.of());
    }
}
