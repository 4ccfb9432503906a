package dev.seqrpay.http;

import static dev.seqrpay.http.MoneyJson.money;

import dev.seqrpay.event.OutboxEntry;
import dev.seqrpay.payment.AcknowledgmentMode;
import dev.seqrpay.payment.Buyer;
import dev.seqrpay.payment.CustomerToken;
import dev.seqrpay.payment.EventType;
import dev.seqrpay.payment.HistoryEntry;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.RefundDetails;
import dev.seqrpay.payment.Reservation;
import dev.seqrpay.payment.Source;
import dev.seqrpay.payment.StatusWord;
import dev.seqrpay.web.Accent;
import dev.seqrpay.web.Shop;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Payments as the outside sees them. {@code status} is SEQR's own word, {@code state} ours. */
public final class PaymentJson {
    private PaymentJson() {}

    /** For the shop. */
    public static Map<String, Object> payment(Payment payment, PublicAddresses addresses) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", payment.id());
        put(json, "status", payment.shopsWord());
        put(json, "state", payment.state().name());
        put(json, "reason", payment.reason());
        put(json, "orderId", payment.invoice().orderId());
        put(json, "totalAmount", money(payment.invoice().total()));
        put(json, payment.purchase().missedTotal());
        put(json, "refundedAmount", money(payment.refunded()));
        if (!payment.invoice().metadata().isEmpty())
            json.put("metadata", payment.invoice().metadata());
        put(json, payment.purchase().source());
        putReservation(json, payment);
        putLoyalty(json, payment);
        put(json, "invoiceReference", payment.reference());
        put(json, "qrCode", payment.qrCode());
        put(json, "seqrLink", addresses.app(payment));
        put(json, "ersReference", payment.ersReference());
        put(json, "createdAt", payment.createdAt());
        put(json, "paidAt", payment.paidAt());
        put(json, "expiresAt", payment.expiresAt());
        put(json, "seq", payment.version());
        // SEQR's own script tag took the invoice reference, which can be guessed; ours takes this
        json.put("viewId", addresses.viewId(payment.id()));
        json.put("links", links(addresses.view(payment.id()), addresses.receipt(payment.id())));
        return json;
    }

    /** @param missed what the shop had asked for last when the shopper paid what it had asked for before */
    private static void put(Map<String, Object> json, @Nullable Money missed) {
        if (missed != null) json.put("missedTotalAmount", money(missed));
    }

    private static void putReservation(Map<String, Object> json, Payment payment) {
        Reservation reservation = payment.invoice().reservation();
        if (reservation == null) return;
        put(json, "paymentMode", reservation.mode());
        put(json, "commitReservationTimeout", reservation.length().toSeconds());
        payment.reservedUntil().ifPresent(until -> put(json, "reservedUntil", until));
    }

    private static void putLoyalty(Map<String, Object> json, Payment payment) {
        AcknowledgmentMode mode = payment.invoice().acknowledgmentMode();
        if (mode != AcknowledgmentMode.NO_ACKNOWLEDGMENT) put(json, "acknowledgmentMode", mode);
        payment.offer()
                .ifPresent(offer -> json.put(
                        "customerTokens",
                        offer.tokens().stream().map(PaymentJson::token).toList()));
    }

    private static Map<String, Object> token(CustomerToken token) {
        Map<String, Object> json = new LinkedHashMap<>();
        put(json, "id", token.id());
        put(json, "value", token.value());
        put(json, "description", token.description());
        put(json, "status", token.status());
        return json;
    }

    private static String shopsWord(OutboxEntry entry) {
        return entry.type() == EventType.PAYMENT_ACKNOWLEDGMENT_REQUIRED
                ? StatusWord.PENDING_ISSUER_ACKNOWLEDGE.name()
                : entry.state().shopsWord();
    }

    private static void put(Map<String, Object> json, Source source) {
        put(json, "linkId", source.linkId());
        if (source.buyer() != null) json.put("buyer", buyer(source.buyer()));
    }

    /** By SEQR's own names. */
    private static Map<String, Object> buyer(Buyer buyer) {
        Map<String, Object> json = new LinkedHashMap<>();
        put(json, "clientName", buyer.clientName());
        put(json, "street", buyer.street());
        put(json, "city", buyer.city());
        put(json, "country", buyer.country());
        put(json, "state", buyer.state());
        put(json, "zip", buyer.zip());
        put(json, "email", buyer.email());
        put(json, "msisdn", buyer.msisdn());
        return json;
    }

    private static Map<String, Object> links(String view, String receipt) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("view", view);
        json.put("status", view + "/status");
        json.put("receipt", receipt);
        return json;
    }

    /** What an event says of its payment: how it stood then. */
    static Map<String, Object> eventData(OutboxEntry entry, Payment payment, PaymentProof proof) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", payment.id());
        json.put("seq", entry.version());
        json.put("status", shopsWord(entry));
        json.put("state", entry.state().name());
        put(json, "reason", entry.reason());
        json.put("orderId", payment.invoice().orderId());
        json.put("totalAmount", money(payment.invoice().total()));
        put(json, payment.purchase().missedTotal());
        json.put("refundedAmount", money(entry.refunded()));
        if (!payment.invoice().metadata().isEmpty())
            json.put("metadata", payment.invoice().metadata());
        put(json, payment.purchase().source());
        putReservation(json, payment);
        putLoyalty(json, payment);
        put(json, "invoiceReference", payment.reference());
        put(json, "ersReference", payment.ersReference());
        put(json, "createdAt", payment.createdAt());
        put(json, "paidAt", payment.paidAt());
        if (entry.type() == EventType.PAYMENT_PAID) proof.of(payment).ifPresent(jws -> json.put("proof", jws));
        if (entry.refund() != null) json.put("refund", refund(entry.refund()));
        return json;
    }

    /** For the browser: a client that polls {@code status} needs nothing else. */
    public static Map<String, Object> status(Payment payment, Instant now) {
        Map<String, Object> json = new LinkedHashMap<>();
        put(json, "status", payment.state().seqrWord());
        put(json, "seq", payment.version());
        put(json, "state", payment.state().name());
        put(json, "reason", payment.reason());
        put(json, "expiresAt", payment.expiresAt());
        put(json, "now", now);
        return json;
    }

    /** For a page's first view: the status, the fields that do not change, and the socket's address while it is open. */
    public static Map<String, Object> view(Payment payment, Shop shop, PublicAddresses addresses, Instant now) {
        Map<String, Object> json = status(payment, now);
        json.put("shop", shop.name());
        if (shop.accent() != null) json.put("accent", accent(Accent.of(shop.accent())));
        put(json, "orderId", payment.invoice().orderId());
        json.put("totalAmount", money(payment.invoice().total()));
        put(json, "qrCode", payment.qrCode());
        put(json, "seqrLink", addresses.app(payment));
        put(json, "renewURL", addresses.renewal(payment));
        if (!payment.state().isFinal()) json.put("socket", addresses.socket(payment.id()));
        return json;
    }

    /** The shop's colour, made readable on a light ground and on a dark one. */
    private static Map<String, Object> accent(Accent accent) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("light", accent.light());
        json.put("dark", accent.dark());
        return json;
    }

    public static Map<String, Object> refund(Refund refund) {
        Map<String, Object> json = new LinkedHashMap<>();
        put(json, "id", refund.id());
        put(json, "paymentId", refund.paymentId());
        put(json, "amount", money(refund.amount()));
        put(json, "state", refund.state().name());
        put(json, "ersReference", refund.ersReference());
        put(json, "seqrResultCode", refund.code());
        put(json, "createdAt", refund.createdAt());
        RefundDetails details = refund.details();
        if (!details.rows().isEmpty())
            json.put(
                    "invoiceRows",
                    details.rows().stream().map(PaymentJson::refundedRow).toList());
        put(json, "reason", details.reason());
        put(json, "by", details.by());
        return json;
    }

    private static Map<String, Object> refundedRow(RefundDetails.Row row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("row", row.number());
        json.put("itemQuantity", row.quantity().toPlainString());
        json.put("amount", money(row.amount()));
        return json;
    }

    /** An entry of the history. {@code previous} is the hash of the one before it, {@code hash} its own. */
    public static Map<String, Object> event(String paymentId, HistoryEntry entry) {
        HistoryEntry.Step step = entry.step();
        Map<String, Object> json = new LinkedHashMap<>();
        put(json, "seq", step.version());
        put(json, "at", step.at());
        put(json, "from", step.from());
        put(json, "to", step.to());
        put(json, "cause", step.cause());
        put(json, "seqrResultCode", step.code());
        put(json, "seqrMs", step.latencyMs());
        if (entry.decision() != null) {
            json.put("by", entry.decision().by());
            json.put("why", entry.decision().why());
        }
        if (entry.refund() != null) json.put("refund", refund(entry.refund()));
        if (entry.books() != null) json.put("books", books(entry.books()));
        json.put("previous", entry.previous());
        json.put("hash", entry.hash(paymentId));
        return json;
    }

    private static Map<String, Object> books(HistoryEntry.Books books) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("totalAmount", money(books.total()));
        put(json, "ersReference", books.ersReference());
        json.put("refundedAmount", money(books.refunded()));
        json.put("reservedAmount", money(books.reserved()));
        return json;
    }

    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value == null) return;
        json.put(name, value instanceof Enum<?> || value instanceof Instant ? value.toString() : value);
    }
}
