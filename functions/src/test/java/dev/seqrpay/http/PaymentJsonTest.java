package dev.seqrpay.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.event.OutboxEntry;
import dev.seqrpay.payment.Buyer;
import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.Decision;
import dev.seqrpay.payment.EventType;
import dev.seqrpay.payment.HistoryEntry;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Purchase;
import dev.seqrpay.payment.Reason;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.RefundDetails;
import dev.seqrpay.payment.Source;
import dev.seqrpay.payment.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What shops are told, field by field; what is not there is left out. */
class PaymentJsonTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Map<String, Object> ONE = Map.of("currency", "SEK", "value", "1.00");
    private static final Refund PLAIN =
            new Refund("ref_1", "pay_a", Money.of("SEK", "1"), Refund.State.SETTLED, "ers-r", null, NOW);
    private static final Refund BY_ROW = new Refund(
            "ref_1",
            "pay_a",
            Money.of("SEK", "1"),
            Refund.State.REJECTED,
            null,
            97,
            NOW,
            new RefundDetails(
                    List.of(new RefundDetails.Row(2, new BigDecimal("1.5"), Money.of("SEK", "1"))),
                    "too small",
                    "support"));

    @Test
    void a_refund_says_its_rows_why_and_who() {
        assertThat(PaymentJson.refund(PLAIN))
                .isEqualTo(Map.of(
                        "id", "ref_1",
                        "paymentId", "pay_a",
                        "amount", ONE,
                        "state", "SETTLED",
                        "ersReference", "ers-r",
                        "createdAt", NOW.toString()));
        assertThat(PaymentJson.refund(BY_ROW))
                .isEqualTo(Map.of(
                        "id", "ref_1",
                        "paymentId", "pay_a",
                        "amount", ONE,
                        "state", "REJECTED",
                        "seqrResultCode", 97,
                        "createdAt", NOW.toString(),
                        "invoiceRows", List.of(Map.of("row", 2, "itemQuantity", "1.5", "amount", ONE)),
                        "reason", "too small",
                        "by", "support"));
    }

    @Test
    void an_entry_of_the_history_says_who_decided_the_refund_and_the_money() {
        HistoryEntry.Step step = new HistoryEntry.Step(5, State.PAID, State.PAID, Cause.PERSON, null, null, NOW);
        HistoryEntry.Books books =
                new HistoryEntry.Books(Money.of("SEK", "10"), "ers-1", Money.of("SEK", "1"), Money.of("SEK", "2"));
        HistoryEntry entry = new HistoryEntry(step, new Decision("support", "a report"), PLAIN, books, "abc");

        assertThat(PaymentJson.event("pay_a", entry))
                .isEqualTo(Map.ofEntries(
                        Map.entry("seq", 5),
                        Map.entry("at", NOW.toString()),
                        Map.entry("from", "PAID"),
                        Map.entry("to", "PAID"),
                        Map.entry("cause", "PERSON"),
                        Map.entry("by", "support"),
                        Map.entry("why", "a report"),
                        Map.entry("refund", PaymentJson.refund(PLAIN)),
                        Map.entry(
                                "books",
                                Map.of(
                                        "totalAmount",
                                        Map.of("currency", "SEK", "value", "10.00"),
                                        "ersReference",
                                        "ers-1",
                                        "refundedAmount",
                                        ONE,
                                        "reservedAmount",
                                        Map.of("currency", "SEK", "value", "2.00"))),
                        Map.entry("previous", "abc"),
                        Map.entry("hash", entry.hash("pay_a"))));
        assertThat(PaymentJson.event("pay_a", new HistoryEntry(step, null, null, null, "")))
                .doesNotContainKeys("by", "why", "refund", "books");
    }

    private static Map<String, Object> event(Payment payment) {
        OutboxEntry entry = new OutboxEntry(
                "pay_a",
                2,
                EventType.PAYMENT_FAILED,
                State.FAILED,
                Reason.FAILED_AT_SEQR,
                payment.refunded(),
                null,
                NOW);
        return PaymentJson.eventData(
                entry,
                payment,
                new PaymentProof(
                        new DerivedKeys(() -> KeyRing.read(TokensTest.KEY), InstantSource.fixed(NOW)),
                        TokensTest.TOKENS));
    }

    @Test
    void an_event_says_what_the_shop_gave_along_and_who_bought_by_which_link() {
        Payment plain = LogTest.payment(State.FAILED, Reason.FAILED_AT_SEQR);
        Purchase own = plain.purchase();
        Buyer buyer = new Buyer("name", "street", "city", "SE", "state", "zip", "mail", "phone");
        Payment ofLink = new Payment(
                new Purchase(
                        own.id(),
                        own.merchantId(),
                        own.terminalId(),
                        own.invoice(),
                        NOW,
                        NOW,
                        new Source("link_1", buyer)),
                2,
                NOW,
                plain.standing());

        assertThat(event(ofLink))
                .containsEntry("metadata", own.invoice().metadata())
                .containsEntry("linkId", "link_1")
                .containsEntry(
                        "buyer",
                        Map.of(
                                "clientName", "name",
                                "street", "street",
                                "city", "city",
                                "country", "SE",
                                "state", "state",
                                "zip", "zip",
                                "email", "mail",
                                "msisdn", "phone"));
        assertThat(event(plain)).doesNotContainKeys("linkId", "buyer", "missedTotalAmount");
    }
}
