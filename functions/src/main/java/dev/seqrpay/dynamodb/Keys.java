package dev.seqrpay.dynamodb;

import java.time.Instant;
import java.util.Locale;

/** The keys of the one table and of its index {@code due}. */
final class Keys {
    static final int DUE_PARTITIONS = 8;

    static final String CONNECTION = "WS#";

    private static final String PAYMENT = "PAY#";

    private Keys() {}

    static Item payment(String id) {
        return Item.key(PAYMENT + id, "META");
    }

    static Item event(String paymentId, int version) {
        return Item.key(PAYMENT + paymentId, String.format(Locale.ROOT, "EV#%06d", version));
    }

    static Item outbox(String paymentId, int version) {
        return Item.key(PAYMENT + paymentId, String.format(Locale.ROOT, "OB#%06d", version));
    }

    static Item refund(String paymentId, String refundId) {
        return Item.key(PAYMENT + paymentId, "RF#" + refundId);
    }

    /** Sorted by the time when the socket will be gone, so that a query reads only those that may still be open. */
    static Item connection(String paymentId, Instant until, String connectionId) {
        return Item.key(PAYMENT + paymentId, CONNECTION + dueTime(until) + "#" + connectionId);
    }

    /** The first payment that has the reference takes this item; every other payment is refused it. */
    static Item invoiceReference(String terminalId, String reference, String paymentId) {
        return Item.key("REF#" + terminalId + "#" + reference, "U").put("payment", paymentId);
    }

    static Item ersReference(String ersReference, String paymentId) {
        return Item.key("ERS#" + ersReference, "U").put("payment", paymentId);
    }

    /** One of the payments of an order; each place is given once. */
    static Item ofOrder(String merchantId, String orderId, int place) {
        return Item.key("ORD#" + merchantId + "#" + orderId, String.format(Locale.ROOT, "%09d", place));
    }

    static Item merchant(String id) {
        return Item.key("MER#" + id, "META");
    }

    static Item apiKey(String merchantId, String keyId) {
        return Item.key("MER#" + merchantId, "KEY#" + keyId);
    }

    static String paymentId(Item item) {
        return item.text("pk").substring(PAYMENT.length());
    }

    static int version(Item item) {
        return Integer.parseInt(item.text("sk").substring("EV#".length()));
    }

    /** Puts the item on the sweep's list; an item without these two fields is not in the index. */
    static void due(Item item, String paymentId, Instant when) {
        item.put("gpk", duePartition(Math.floorMod(paymentId.hashCode(), DUE_PARTITIONS)))
                .put("gsk", dueTime(when) + "#" + paymentId);
    }

    static String duePartition(int number) {
        return "DUE#" + number;
    }

    /** Twelve digits, so that text order is time order. */
    static String dueTime(Instant when) {
        return String.format(Locale.ROOT, "%012d", when.getEpochSecond());
    }
}
