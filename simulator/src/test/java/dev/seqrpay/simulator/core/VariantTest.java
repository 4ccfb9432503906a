package dev.seqrpay.simulator.core;

import static dev.seqrpay.simulator.core.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where SEQR's documents disagree (contract, "What else SEQR's documents say"): each way, and what does not depend on it. */
class VariantTest {
    private final SeqrFixture world = new SeqrFixture();

    @Test
    void each_invoice_of_a_cash_register_cancels_the_one_before() {
        world.switches.turn(Variant.CashRegisters.ALL);
        String first = world.send();
        world.payer.scan(first);

        String second = world.send();

        assertThat(world.status(first).status()).isEqualTo(InvoiceStatus.CANCELED);
        assertThatExceptionOfType(PayerRefused.class).isThrownBy(() -> world.payer.confirm(first, SeqrFixture.PIN));
        assertRefused(55, () -> world.seqr.cancelInvoice(world.shop, first));
        assertThat(world.status(second).status()).isEqualTo(InvoiceStatus.ISSUED);
    }

    @Test
    void what_is_paid_stays_paid_at_a_cash_register() {
        world.switches.turn(Variant.CashRegisters.ALL);
        String first = world.paid();
        world.send();

        assertThat(world.status(first).status()).isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void a_webshops_terminal_has_many_invoices_and_one_that_was_registered_has_one() {
        String first = world.send();
        world.send();
        assertThat(world.status(first).status()).isEqualTo(InvoiceStatus.ISSUED);

        String till = world.seqr.registry().registerTerminal(world.office, "till", new Password("till"), "Till");
        ClientContext register = ClientContext.of(Principal.terminal(till), "till");
        Invoice invoice = Invoice.over(SeqrFixture.PRICE).build();
        String before = world.seqr.sendInvoice(register, invoice, List.of()).invoiceReference();
        world.seqr.sendInvoice(register, invoice, List.of());

        assertThat(world.seqr.getPaymentStatus(register, before, 0).status()).isEqualTo(InvoiceStatus.CANCELED);
        assertThat(world.status(first).status()).isEqualTo(InvoiceStatus.ISSUED);
    }

    @ParameterizedTest
    @EnumSource
    void the_first_version_is_0_or_1_and_rises_from_there(Variant.FirstVersion first) {
        world.switches.turn(first);
        String reference = world.send();
        assertThat(world.status(reference).version()).isEqualTo(first.number());

        world.pay(reference);

        assertThat(world.status(reference).version()).isEqualTo(first.number() + 1);
    }

    @Test
    void a_cancel_while_the_payer_pays_answers_51_or_48() {
        String reference = world.send();
        world.payer.scan(reference);
        assertRefused(51, () -> world.seqr.cancelInvoice(world.shop, reference));

        world.switches.turn(Variant.CancelWhilePaying.PAYMENT_IN_PROGRESS);
        assertRefused(48, () -> world.seqr.cancelInvoice(world.shop, reference));

        assertThat(world.payer.confirm(reference, SeqrFixture.PIN).status()).isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void older_servers_know_no_expiry() {
        world.switches.expireAfter(Duration.ofSeconds(60));
        String newer = world.send();
        world.passSeconds(60);
        assertThat(world.status(newer).status()).isEqualTo(InvoiceStatus.EXPIRED);
        assertRefused(58, () -> world.seqr.cancelInvoice(world.shop, newer));

        world.switches.turn(Variant.ExpiredAs.CANCELED);
        String older = world.send();
        world.passSeconds(60);
        assertThat(world.status(older).status()).isEqualTo(InvoiceStatus.CANCELED);
        assertRefused(55, () -> world.seqr.cancelInvoice(world.shop, older));
    }

    @Test
    void a_QR_text_may_be_in_lower_case_and_is_scanned_all_the_same() {
        world.switches.turn(Variant.QrTextCase.LOWER);
        SentInvoice sent = world.seqr.sendInvoice(
                world.shop, Invoice.over(SeqrFixture.PRICE).build(), List.of());
        String reference = sent.invoiceReference();

        assertThat(sent.qrText()).isEqualTo("http://seqr.se/R" + reference);
        assertThat(world.view(reference).link()).isEqualTo("seqr://seqr.se/R" + reference);
        for (String code :
                List.of(sent.qrText(), "SEQR-DEBUG://seqr.se/R" + reference, "seqr-demo://SEQR.SE/R" + reference))
            assertThat(world.payer.scan(code).reference()).isEqualTo(reference);
    }

    @Test
    void a_reference_may_have_17_digits_and_none_comes_twice() {
        world.switches.turn(Variant.ReferenceDigits.SEVENTEEN);

        assertThat(List.of(world.send(), world.send(), world.send()))
                .allMatch(reference -> reference.matches("[0-9]{17}"))
                .doesNotHaveDuplicates();
    }

    @Test
    void amounts_are_written_in_three_ways_that_mean_the_same() {
        for (String value : List.of("500.00", "10.50", "93.31", "0.01", "100"))
            for (Variant.AmountsAs way : Variant.AmountsAs.values())
                assertThat(way.written(new BigDecimal(value))).isEqualByComparingTo(value);
        assertThat(Variant.AmountsAs.SHORT.written(new BigDecimal("500.00"))).hasToString("500");
        assertThat(Variant.AmountsAs.SHORT.written(new BigDecimal("10.50"))).hasToString("10.5");
        assertThat(Variant.AmountsAs.LONG.written(new BigDecimal("93.31"))).hasToString("93.31000");
        assertThat(Variant.AmountsAs.SENT.written(new BigDecimal("10.0"))).hasToString("10.0");
    }

    @Test
    void an_update_after_the_scan_may_fail_and_then_the_old_amount_is_paid() {
        world.switches.turn(Variant.UpdateAfterScan.FAILED);
        String reference = world.send();
        Invoice cheaper = Invoice.over(Amount.of("80.00", "SEK")).build();
        world.payer.scan(reference);

        assertRefused(90, () -> world.seqr.updateInvoice(world.shop, reference, cheaper, List.of()));

        world.payer.confirm(reference, SeqrFixture.PIN);
        assertThat(world.status(reference).receipt().invoice().total()).isEqualTo(SeqrFixture.PRICE);
    }

    @Test
    void a_refunds_answer_names_the_refund_or_the_payment() {
        String reference = world.paid();
        String ers = world.status(reference).ersReference();
        Invoice part = Invoice.over(Amount.of("1.00", "SEK")).build();
        assertThat(world.seqr.refundPayment(world.shop, ers, part)).isNotEqualTo(ers);

        world.switches.turn(Variant.RefundNames.PAYMENT);

        assertThat(world.seqr.refundPayment(world.shop, ers, part)).isEqualTo(ers);
        assertThat(world.view(reference).refunded()).isEqualByComparingTo("2");
    }

    @Test
    void a_reservation_that_is_only_desired_may_be_debited_at_once() {
        Invoice desired = Invoice.over(SeqrFixture.PRICE)
                .reservation("RESERVATION_DESIRED", null)
                .build();
        String reserved = world.send(desired);
        world.pay(reserved);
        assertThat(world.status(reserved).status()).isEqualTo(InvoiceStatus.RESERVED);

        world.switches.turn(Variant.DesiredReservation.DEBITED);
        String debited = world.send(desired);
        world.pay(debited);
        assertThat(world.status(debited).status()).isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void a_reversed_payment_may_show_as_PAID_still_and_the_money_is_gone() {
        world.switches.reversedAs(InvoiceStatus.PAID);
        String reference = world.send();
        world.pay(reference);
        world.passSeconds(21);

        PaymentStatus late = world.status(reference);

        assertThat(late.status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(world.view(reference).acknowledged()).isFalse();
        assertThat(world.view(reference).reversed()).isTrue();
        assertThat(world.seqr.ledger())
                .extracting(LedgerEntry::kind)
                .containsExactly(LedgerEntry.Kind.PAYMENT, LedgerEntry.Kind.REVERSAL);
        Invoice part = Invoice.over(Amount.of("1.00", "SEK")).build();
        assertRefused(23, () -> world.seqr.refundPayment(world.shop, late.ersReference(), part));
    }

    /** At {@code cashregister-2} (contract): a client that leaves it out is to see on its first day that it may not. */
    @Test
    void an_invoice_without_an_acknowledgment_mode_cannot_be_paid_at_the_older_address() {
        Invoice invoice = Invoice.over(SeqrFixture.PRICE).build();
        String older = world.seqr
                .sendInvoice(world.shop, invoice, List.of(), Seqr.Service.CASH_REGISTER)
                .invoiceReference();
        world.payer.scan(older);

        assertThatExceptionOfType(PayerRefused.class)
                .isThrownBy(() -> world.payer.confirm(older, SeqrFixture.PIN))
                .withMessageContaining("acknowledgmentMode");

        String newer = world.send();
        world.pay(newer);
        assertThat(world.status(newer).status()).isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void a_payer_with_a_coupon_waits_for_the_shop_under_OPTIONAL_ACKNOWLEDGMENT() {
        String reference = world.send(Invoice.over(SeqrFixture.PRICE)
                .acknowledgmentMode("OPTIONAL_ACKNOWLEDGMENT")
                .build());
        world.payer.scan(reference);
        assertThat(world.status(reference).status()).isEqualTo(InvoiceStatus.ISSUED);

        world.payer.offer(reference, CustomerToken.offered("c1", "123", "Card"));

        assertThat(world.status(reference).status()).isEqualTo(InvoiceStatus.PENDING_ISSUER_ACKNOWLEDGE);
    }
}
