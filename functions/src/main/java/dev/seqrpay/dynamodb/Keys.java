package dev.seqrpay.dynamodb;

import dev.seqrpay.event.DeliveryName;
import dev.seqrpay.payment.DayIndex;
import java.time.Instant;
import java.util.Locale;

/** The keys of the one table and of its index {@code due}. */
final class Keys {
    static final int DUE_PARTITIONS = 8;

    static final String CONNECTION = "WS#";

    /** The lists in the index: what the sweep looks at, what is to be published, what is to be delivered. */
    static final String DUE = "DUE#";

    static final String TO_PUBLISH = "OUT#";
    static final String TO_TRY = "DLV#";

    static final String PAYMENT = "PAY#";
    private static final String FEED = "FEED#";
    private static final String DELIVERY = "DLV#";

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

    /** Puts what is to be told on the publisher's list. */
    static void overdue(Item item, String paymentId, Instant when) {
        item.put("gpk", TO_PUBLISH + partition(paymentId)).put("gsk", dueTime(when) + "#" + paymentId);
    }

    static Item feedHead(String merchantId) {
        return Item.key(FEED + merchantId, "HEAD");
    }

    static Item feedEvent(String merchantId, long position) {
        return Item.key(FEED + merchantId, position(position));
    }

    static Item keyUse(String keyId) {
        return Item.key("USE#" + keyId, "U");
    }

    static Item webhookEndpoint(String merchantId, String endpointId) {
        return Item.key("EPS#" + merchantId, endpointId);
    }

    static Item delivery(DeliveryName name) {
        return Item.key(DELIVERY + name.endpointId(), position(name.position()));
    }

    static DeliveryName deliveryName(Item item) {
        return new DeliveryName(item.text("pk").substring(DELIVERY.length()), Long.parseLong(item.text("sk")));
    }

    /** Puts a delivery on the list of those that are to be tried. */
    static Item toTry(Item delivery, Instant when) {
        DeliveryName name = deliveryName(delivery);
        return delivery.put("gpk", TO_TRY + partition(name.endpointId())).put("gsk", toTry(name, when));
    }

    static String toTry(DeliveryName name, Instant when) {
        return dueTime(when) + "#" + name.endpointId();
    }

    /** Twelve digits, so that text order is the order of the feed. */
    static String position(long position) {
        return String.format(Locale.ROOT, "%012d", position);
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

    static Item ofDay(String merchantId, DayIndex.Place place) {
        return Item.key("DAY#" + merchantId + "#" + place.day(), place.key());
    }

    static Item link(String merchantId, String id) {
        return Item.key("LNK#" + merchantId, id);
    }

    /** Which link was made with the key; its partition is no merchant's own. */
    static Item linkKey(String merchantId, String idempotencyKey) {
        return Item.key("LNK#" + merchantId + "|KEY", idempotencyKey);
    }

    /** Which of a merchant's days have lost their personal data. */
    static Item erasure(String merchantId) {
        return Item.key("ERA#" + merchantId, "U");
    }

    /** Nine digits, so that text order is the order of the numbers. */
    static Item reconciliation(String merchantId, int number) {
        return Item.key("REC#" + merchantId, String.format(Locale.ROOT, "%09d", number));
    }

    static Item differences(String merchantId, int number) {
        return Item.key("DIF#" + merchantId, String.format(Locale.ROOT, "%09d", number));
    }

    static Item merchant(String id) {
        return Item.key("MER#" + id, "META");
    }

    /** Where all merchants are listed. A key wants a text, so that of none is a dash. */
    static Item listedMerchant(String id) {
        return Item.key("MERS", id.isEmpty() ? "-" : id);
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
        item.put("gpk", DUE + partition(paymentId)).put("gsk", dueTime(when) + "#" + paymentId);
    }

    private static int partition(String id) {
        return Math.floorMod(id.hashCode(), DUE_PARTITIONS);
    }

    /** Twelve digits, so that text order is time order. */
    static String dueTime(Instant when) {
        return String.format(Locale.ROOT, "%012d", when.getEpochSecond());
    }
}
