package dev.seqrpay.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
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

    private static Payment paid() {
        Invoice.Row thing = new Invoice.Row("Thing", BigDecimal.ONE, TEN, null, null, null, null, null, null);
        return new Payment(
                "pay_a",
                "shop",
                "terminal",
                new Invoice("1001", "A thing", List.of(thing), TEN, null, null, null, null, null),
                NOW,
                NOW.plusSeconds(900),
                3,
                State.PAID,
                null,
                NOW,
                new Payment.Attempt(1, NOW),
                "1397240460668",
                "HTTP://SEQR.SE/R1397240460668",
                2,
                "2012050100",
                NOW,
                TEN.zero(),
                TEN.zero());
    }
}
