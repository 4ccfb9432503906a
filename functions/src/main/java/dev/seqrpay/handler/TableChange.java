package dev.seqrpay.handler;

import dev.seqrpay.http.Json;
import dev.seqrpay.http.Request;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.jr.ob.JSON;

/**
 * What the table's stream tells of one payment, by the keys of the items that are new: its history ({@code EV#}), so it has
 * changed, or sockets ({@code WS#}).
 */
record TableChange(String paymentId, boolean isOfPayment, List<String> openedConnections) {
    private static final String PAYMENT = "PAY#";
    private static final String HISTORY = "EV#";
    private static final String CONNECTION = "WS#";

    /** Whether it is a batch of the stream at all. */
    static boolean isIn(byte[] event) {
        return JSON.std.mapFrom(event).containsKey("Records");
    }

    /** Those of one payment as one, in the order in which the payments first come. */
    static List<TableChange> read(byte[] event) {
        List<?> records = Json.asList(JSON.std.mapFrom(event).get("Records"));
        Map<String, Set<String>> sortKeys = records.stream()
                .map(TableChange::keys)
                .collect(Collectors.groupingBy(
                        keys -> text(keys, "pk"),
                        LinkedHashMap::new,
                        Collectors.mapping(keys -> text(keys, "sk"), Collectors.toCollection(LinkedHashSet::new))));
        return sortKeys.entrySet().stream()
                .filter(payment -> payment.getKey().startsWith(PAYMENT))
                .map(payment -> of(payment.getKey().substring(PAYMENT.length()), payment.getValue()))
                .toList();
    }

    private static TableChange of(String paymentId, Set<String> sortKeys) {
        return new TableChange(
                paymentId,
                sortKeys.stream().anyMatch(key -> key.startsWith(HISTORY)),
                sortKeys.stream()
                        .filter(key -> key.startsWith(CONNECTION))
                        .map(key -> key.substring(key.lastIndexOf('#') + 1))
                        .toList());
    }

    private static Map<String, Object> keys(Object record) {
        Map<String, Object> change = Json.asObject(Json.asObject(record).get("dynamodb"));
        return Json.asObject(change.get("Keys"));
    }

    private static String text(Map<String, Object> keys, String name) {
        return Request.text(Json.asObject(keys.get(name)), "S");
    }
}
