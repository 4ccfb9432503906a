package dev.seqrpay.simulator.core;

import static dev.seqrpay.simulator.core.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.simulator.core.Switches.Refunds;
import org.junit.jupiter.api.Test;

/** Parts may be refunded until their sum is the payment. */
class RefundTest {
    private final SeqrFixture world = new SeqrFixture();
    private final String reference = world.paid();
    private final String ers = world.status(reference).ersReference();

    @Test
    void parts_up_to_the_payment_are_refunded_and_no_more() {
        String first = refund("60.00");
        String second = refund("39.50");

        assertThat(first).isNotEqualTo(second).isNotEqualTo(ers);
        assertThat(world.view(reference).refunded()).isEqualByComparingTo("99.50");
        assertRefused(98, () -> refund("0.01"));
    }

    @Test
    void a_refund_that_is_too_large_changes_nothing() {
        refund("60.00");

        assertRefused(98, () -> refund("39.51"));

        assertThat(world.view(reference).refunded()).isEqualByComparingTo("60");
        assertThat(world.seqr.ledger()).hasSize(2);
    }

    @Test
    void an_unknown_reference_answers_23() {
        assertRefused(23, () -> world.seqr.refundPayment(world.shop, "nonsense", sum("1.00", "SEK")));
        assertRefused(23, () -> world.seqr.refundPayment(world.shop, null, sum("1.00", "SEK")));
    }

    @Test
    void a_reversed_payment_cannot_be_refunded() {
        String reversed = world.send();
        world.pay(reversed);
        world.passSeconds(21);
        String reversedErs = world.view(reversed).ersReference();

        assertRefused(23, () -> world.seqr.refundPayment(world.shop, reversedErs, sum("1.00", "SEK")));
    }

    @Test
    void another_currency_or_no_sum_answers_49() {
        assertRefused(49, () -> world.seqr.refundPayment(world.shop, ers, sum("1.00", "EUR")));
        assertRefused(49, () -> refund("0.00"));
        assertRefused(49, () -> refund("-1.00"));
        assertRefused(49, () -> refund("1.001"));
        assertRefused(49, () -> world.seqr.refundPayment(world.shop, ers, null));
    }

    @Test
    void a_notification_url_that_is_none_answers_64_here_too() {
        Invoice refund = Invoice.over(Amount.of("1.00", "SEK"))
                .notificationUrl("ftp://x")
                .build();

        assertRefused(64, () -> world.seqr.refundPayment(world.shop, ers, refund));
        assertThat(world.view(reference).refunded()).isZero();
    }

    @Test
    void a_shop_without_leave_to_refund_gets_97_or_99() {
        world.switches.refunds(Refunds.RESELLER_NOT_ALLOWED);
        assertRefused(97, () -> refund("1.00"));
        world.switches.refunds(Refunds.ACCOUNT_DOES_NOT_ALLOW);
        assertRefused(99, () -> refund("1.00"));
    }

    @Test
    void receipt_documents_are_taken_for_a_payment_and_for_a_refund() {
        ReceiptDocument document = new ReceiptDocument("text/html", "PAYMENT_RECEIPT", new byte[] {1});

        world.seqr.submitPaymentReceipt(world.shop, ers, document);

        assertThat(world.view(reference).receipts()).isEqualTo(1);
        world.seqr.submitPaymentReceipt(world.shop, refund("1.00"), new ReceiptDocument("HTML", "OTHER", null));
        world.seqr.submitPaymentReceipt(world.shop, ers, new ReceiptDocument(null, null, null));
        assertThat(world.view(reference).receipts()).isEqualTo(3);
        assertRefused(
                10,
                () -> world.seqr.submitPaymentReceipt(world.shop, ers, new ReceiptDocument("text/html", "BILL", null)));
        assertRefused(
                10,
                () -> world.seqr.submitPaymentReceipt(world.shop, ers, new ReceiptDocument("image/png", null, null)));
        assertRefused(23, () -> world.seqr.submitPaymentReceipt(world.shop, reference, document));
        assertRefused(10, () -> world.seqr.submitPaymentReceipt(world.shop, ers, null));
    }

    private String refund(String value) {
        return world.seqr.refundPayment(world.shop, ers, sum(value, "SEK"));
    }

    private static Invoice sum(String value, String currency) {
        return Invoice.over(Amount.of(value, currency)).build();
    }
}
