package dev.seqrpay.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.Claim;
import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Purchase;
import dev.seqrpay.payment.Reason;
import dev.seqrpay.payment.SampleStandings;
import dev.seqrpay.payment.SeqrInvoice;
import dev.seqrpay.payment.Standing;
import dev.seqrpay.payment.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows that an earlier release has written. */
class PaymentItemTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Money TEN = Money.of("SEK", "10");

    private final Item row = PaymentItem.of(paid());

    @Test
    void a_payment_that_was_paid_before_its_time_was_kept_has_none() {
        row.attributes().remove("paid");

        assertThat(PaymentItem.payment(row).paidAt()).isNull();
        assertThat(PaymentItem.payment(row).state()).isEqualTo(State.PAID);
    }

    @Test
    void a_cancel_of_which_the_row_does_not_tell_who_began_it_was_not_the_sweeps() {
        Payment paid = paid();
        Standing.Canceling canceling = new Standing.Canceling(SampleStandings.INVOICE, Reason.EXPIRED, Cause.SWEEP);
        Item old = PaymentItem.of(new Payment(paid.purchase(), 3, NOW, canceling));
        assertThat(PaymentItem.payment(old).standing()).isEqualTo(canceling);
        old.attributes().remove("by");

        assertThat(PaymentItem.payment(old).standing())
                .isEqualTo(new Standing.Canceling(SampleStandings.INVOICE, Reason.EXPIRED, Cause.CANCEL));
    }

    /** As the release before claims were read wrote it, claims and all. */
    @Test
    void a_row_whose_claim_was_never_read_is_read_with_it() {
        assertThat(ClaimItem.claim(row)).isEqualTo(Claim.NONE);
        row.put("ck", (Number) 1_767_268_805_123L);
        assertThat(ClaimItem.claim(row)).isEqualTo(new Claim(Instant.ofEpochMilli(1_767_268_805_123L), false));
        row.put("failed", (Number) 1_767_268_805_123L);
        assertThat(ClaimItem.claim(row)).isEqualTo(new Claim(Instant.ofEpochMilli(1_767_268_805_123L), true));
    }

    @Test
    void an_open_payment_of_an_earlier_release_is_read_whole() {
        Item thing = new Item().put("description", "Thing").put("quantity", "1").put("total", (Number) 1000);
        Item order = new Item()
                .put("orderId", "1001")
                .put("title", "A thing")
                .put("currency", "SEK")
                .put("total", (Number) 1000)
                .put("rows", List.of(thing));
        Item old = Item.key("PAY#pay_a", "META")
                .put("merchant", "shop")
                .put("terminal", "terminal")
                .put("invoice", order)
                .put("created", "2026-01-01T12:00:00Z")
                .put("expires", "2026-01-01T12:15:00Z")
                .put("v", (Number) 2)
                .put("st", "ISSUED")
                .put("changed", "2026-01-01T12:00:01Z")
                .put("attempt", (Number) 1)
                .put("lease", "2026-01-01T12:00:25Z")
                .put("reference", "1397240460668")
                .put("qr", "HTTP://SEQR.SE/R1397240460668")
                .put("sv", (Number) 0)
                .put("refunded", (Number) 0)
                .put("reserved", (Number) 0)
                .put("w", "b5ac0b1c-6f49-4f2b-a9f0-8a4f1f0a9f57")
                .put("gpk", "DUE#3")
                .put("gsk", "001767269700#pay_a");

        Payment payment = PaymentItem.payment(old);

        assertThat(payment.id()).isEqualTo("pay_a");
        assertThat(payment.state()).isEqualTo(State.ISSUED);
        assertThat(payment.invoice()).isEqualTo(paid().invoice());
        assertThat(payment.seqrInvoice())
                .contains(new SeqrInvoice("1397240460668", "HTTP://SEQR.SE/R1397240460668", 0));
        assertThat(payment.due()).contains(Instant.parse("2026-01-01T12:15:00Z"));
        assertThat(ClaimItem.claim(old)).isEqualTo(Claim.NONE);
    }

    @Test
    void an_order_of_before_metadata_and_further_pages_has_none_and_its_title_counts_as_given() {
        Item invoice = row.item("invoice");
        assertThat(invoice.attributes())
                .as("as the release before wrote it")
                .containsOnlyKeys("orderId", "title", "currency", "total", "rows");

        Invoice old = PaymentItem.payment(row).invoice();

        assertThat(old).isEqualTo(paid().invoice());
        assertThat(old.metadata()).isEmpty();
        assertThat(old).extracting(Invoice::returnUrl, Invoice::cancelUrl).containsOnlyNulls();
        assertThat(old.titled()).isTrue();
    }

    static Payment paid() {
        Invoice.Row thing = new Invoice.Row("Thing", BigDecimal.ONE, TEN, null, null, null, null, null, null);
        Invoice order = new Invoice("1001", "A thing", List.of(thing), TEN, null, null, null, null, null);
        return new Payment(
                new Purchase("pay_a", "shop", "terminal", order, NOW, NOW.plusSeconds(900)),
                3,
                NOW,
                SampleStandings.paid(NOW, TEN.zero(), TEN.zero()));
    }
}
