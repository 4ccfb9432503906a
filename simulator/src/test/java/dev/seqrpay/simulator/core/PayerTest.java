package dev.seqrpay.simulator.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The phone. */
class PayerTest {
    private final SeqrFixture world = new SeqrFixture();

    @ParameterizedTest
    @ValueSource(strings = {"%s", " %s ", "HTTP://SEQR.SE/R%s", "seqr://SEQR.SE/R%s", "http://seqr.se/r%s"})
    void a_code_is_scanned_however_it_is_written(String form) {
        String reference = world.send();

        InvoiceView seen = world.payer.scan(form.formatted(reference));

        assertThat(seen.reference()).isEqualTo(reference);
        assertThat(seen.beingPaid()).isTrue();
    }

    @Test
    void what_is_no_invoice_is_refused() {
        assertSays("not a SEQR code", () -> world.payer.scan("https://shop.test/R1"));
        assertSays("not a SEQR code", () -> world.payer.scan(""));
        assertThatExceptionOfType(PayerRefused.UnknownInvoice.class).isThrownBy(() -> world.payer.scan("123"));
    }

    @Test
    void nothing_is_paid_without_a_scan() {
        String reference = world.send();

        assertSays("Scan", () -> world.payer.confirm(reference, SeqrFixture.PIN));
    }

    @Test
    void a_wrong_PIN_pays_nothing_and_the_third_ends_the_attempt() {
        String reference = world.send();
        world.payer.scan(reference);

        assertSays("2 tries", () -> world.payer.confirm(reference, "0000"));
        assertSays("One try", () -> world.payer.confirm(reference, null));
        assertSays("too often", () -> world.payer.confirm(reference, "9999"));

        assertSays("Scan", () -> world.payer.confirm(reference, SeqrFixture.PIN));
        assertThat(world.seqr.ledger()).isEmpty();
        assertThat(world.view(reference).status()).isEqualTo(InvoiceStatus.ISSUED);
    }

    @Test
    void after_two_wrong_PINs_the_right_one_pays() {
        String reference = world.send();
        world.payer.scan(reference);
        assertSays("Wrong", () -> world.payer.confirm(reference, "0000"));
        assertSays("Wrong", () -> world.payer.confirm(reference, "0000"));

        assertThat(world.payer.confirm(reference, SeqrFixture.PIN).status()).isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void nothing_is_paid_twice() {
        String reference = world.paid();

        assertSays("paid", () -> world.payer.scan(reference));
        assertSays("paid", () -> world.payer.confirm(reference, SeqrFixture.PIN));
        assertThat(world.seqr.ledger()).hasSize(1);
    }

    @Test
    void what_the_shop_has_cancelled_cannot_be_paid() {
        String reference = world.send();
        world.seqr.cancelInvoice(world.shop, reference);

        assertSays("cancelled", () -> world.payer.scan(reference));
    }

    @Test
    void walking_away_leaves_the_invoice_open() {
        String reference = world.send();
        world.payer.scan(reference);

        assertThat(world.payer.walkAway(reference).status()).isEqualTo(InvoiceStatus.ISSUED);

        world.pay(reference);
        assertThat(world.view(reference).status()).isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void the_payer_can_cancel_which_ends_the_invoice() {
        String reference = world.send();
        world.payer.scan(reference);

        assertThat(world.payer.cancel(reference).status()).isEqualTo(InvoiceStatus.CANCELED);
        assertThat(world.status(reference).status()).isEqualTo(InvoiceStatus.CANCELED);
    }

    @Test
    void unpaid_invoices_expire_only_if_that_is_switched_on() {
        String reference = world.send();
        world.pass(Duration.ofDays(30));
        assertThat(world.status(reference).status()).isEqualTo(InvoiceStatus.ISSUED);

        world.switches.expireAfter(Duration.ofHours(1));

        assertThat(world.status(reference).status()).isEqualTo(InvoiceStatus.EXPIRED);
        assertSays("expired", () -> world.payer.scan(reference));
    }

    @Test
    void an_invoice_does_not_expire_under_the_payers_fingers() {
        world.switches.expireAfter(Duration.ofSeconds(30));
        String reference = world.send();
        String younger = world.send();
        world.payer.scan(reference);
        world.passSeconds(31);

        assertThat(world.status(younger).status()).isEqualTo(InvoiceStatus.EXPIRED);
        world.payer.confirm(reference, SeqrFixture.PIN);
        assertThat(world.status(reference).status()).isEqualTo(InvoiceStatus.PAID);
    }

    private static void assertSays(String words, ThrowingCallable call) {
        assertThatExceptionOfType(PayerRefused.class).isThrownBy(call).withMessageContaining(words);
    }
}
