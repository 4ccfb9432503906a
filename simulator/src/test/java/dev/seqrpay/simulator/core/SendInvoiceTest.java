package dev.seqrpay.simulator.core;

import static dev.seqrpay.simulator.core.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an invoice must be, and what comes back for it. */
class SendInvoiceTest {
    private final SeqrFixture world = new SeqrFixture();

    @Test
    void references_and_QR_texts_have_the_real_form() {
        SentInvoice sent = world.seqr.sendInvoice(
                world.shop, Invoice.over(SeqrFixture.PRICE).build(), List.of());

        assertThat(sent.invoiceReference()).matches("[0-9]{13}");
        assertThat(sent.qrText()).isEqualTo("HTTP://SEQR.SE/R" + sent.invoiceReference());
        assertThat(world.view(sent.invoiceReference()).link()).isEqualTo("seqr://SEQR.SE/R" + sent.invoiceReference());
    }

    @Test
    void no_two_invoices_share_a_reference_even_in_the_same_instant() {
        assertThat(List.of(world.send(), world.send(), world.send())).doesNotHaveDuplicates();
    }

    @Test
    void a_sum_that_cannot_be_paid_answers_49() {
        assertRefused(49, () -> world.send(null));
        assertRefused(49, () -> world.send(Invoice.over(null).build()));
        for (Amount amount : List.of(
                Amount.of("10.00", "XYZ"),
                Amount.of("10.00", ""),
                Amount.of("0.00", "SEK"),
                Amount.of("-1.00", "SEK"),
                Amount.of("1.005", "SEK"),
                new Amount(null, BigDecimal.ONE),
                new Amount("SEK", null))) {
            assertRefused(49, () -> world.send(Invoice.over(amount).build()));
        }
    }

    @Test
    void a_row_may_have_no_quantity_and_no_total_as_SEQRs_own_clients_send_it() {
        assertThat(world.send(withRow(row(null, SeqrFixture.PRICE)))).isNotNull();
        assertThat(world.send(withRow(row(BigDecimal.ONE, null)))).isNotNull();
        assertThat(world.send(withRow(row(null, null)))).isNotNull();
    }

    @Test
    void a_quantity_is_at_least_one_and_a_total_is_in_the_invoices_currency() {
        assertRefused(49, () -> world.send(withRow(row(new BigDecimal("0.5"), SeqrFixture.PRICE))));
        assertRefused(49, () -> world.send(withRow(row(BigDecimal.ONE, Amount.of("1.00", "EUR")))));

        assertThat(world.send(withRow(row(BigDecimal.ONE, SeqrFixture.PRICE)))).isNotNull();
    }

    @Test
    void rows_sum_to_the_total_and_may_be_negative_on_the_way() {
        InvoiceRow tea = row(BigDecimal.ONE, Amount.of("120", "SEK"));
        InvoiceRow discount = row(BigDecimal.ONE, Amount.of("-20.50", "SEK"));

        assertThat(world.send(
                        Invoice.over(SeqrFixture.PRICE).rows(tea, discount).build()))
                .isNotNull();
        assertRefused(
                49, () -> world.send(Invoice.over(SeqrFixture.PRICE).rows(tea).build()));
        assertRefused(
                49,
                () -> world.send(
                        Invoice.over(Amount.of("-20.50", "SEK")).rows(discount).build()));
    }

    @Test
    void words_that_SEQR_does_not_know_answer_49() {
        assertRefused(
                49,
                () -> world.send(Invoice.over(SeqrFixture.PRICE)
                        .reservation("TOMORROW", null)
                        .build()));
        assertRefused(
                49,
                () -> world.send(Invoice.over(SeqrFixture.PRICE)
                        .acknowledgmentMode("MAYBE")
                        .build()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://shop.test/n", "shop.test/n", "//shop.test/n", "http:", "javascript:alert(1)", "a b"})
    void a_notification_url_that_is_not_http_answers_64(String url) {
        assertRefused(
                64,
                () -> world.send(
                        Invoice.over(SeqrFixture.PRICE).notificationUrl(url).build()));
    }

    @Test
    void a_context_with_a_timeout_or_overlong_texts_answers_49() {
        assertRefused(49, () -> sendAs(context(1L, "WS", null, null)));
        assertRefused(49, () -> sendAs(context(0L, "W".repeat(41), null, null)));
        assertRefused(49, () -> sendAs(context(0L, "WS", "c".repeat(81), null)));
        assertRefused(49, () -> sendAs(context(0L, "WS", null, "r".repeat(33))));

        sendAs(context(null, "W".repeat(40), "c".repeat(80), "r".repeat(32)));
    }

    @Test
    void an_unpaid_invoice_can_be_changed_and_a_paid_one_not() {
        String reference = world.send();
        Invoice dearer = Invoice.over(Amount.of("120.00", "SEK")).build();

        world.seqr.updateInvoice(world.shop, reference, dearer, List.of());

        assertThat(world.view(reference).invoice().total()).isEqualTo(dearer.total());
        assertRefused(49, () -> world.seqr.updateInvoice(world.shop, reference, null, List.of()));
        world.pay(reference);
        assertRefused(90, () -> world.seqr.updateInvoice(world.shop, reference, dearer, List.of()));
    }

    private void sendAs(ClientContext context) {
        world.seqr.sendInvoice(context, Invoice.over(SeqrFixture.PRICE).build(), List.of());
    }

    private ClientContext context(Long timeout, String channel, String comment, String reference) {
        return new ClientContext(
                channel, comment, "shop", reference, timeout, world.shop.principal(), world.shop.password());
    }

    private static Invoice withRow(InvoiceRow row) {
        return Invoice.over(SeqrFixture.PRICE).rows(row).build();
    }

    private static InvoiceRow row(BigDecimal quantity, Amount total) {
        return new InvoiceRow("Tea", null, null, quantity, null, null, total, null, null);
    }
}
