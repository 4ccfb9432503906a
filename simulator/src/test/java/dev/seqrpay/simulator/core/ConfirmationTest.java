package dev.seqrpay.simulator.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seqrpay.simulator.core.Switches.AcknowledgedBy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The 20 seconds in which a shop must hear of PAID. */
class ConfirmationTest {
    private final SeqrFixture world = new SeqrFixture();

    @Test
    void a_payment_that_the_shop_has_asked_for_in_time_stays() {
        String reference = world.send();
        world.pay(reference);
        world.passSeconds(20);

        assertThat(world.status(reference).status()).isEqualTo(InvoiceStatus.PAID);

        world.passSeconds(3600);
        assertThat(world.status(reference).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(world.view(reference).acknowledged()).isTrue();
        assertThat(world.seqr.ledger()).extracting(LedgerEntry::kind).containsExactly(LedgerEntry.Kind.PAYMENT);
    }

    @ParameterizedTest
    @EnumSource(
            value = InvoiceStatus.class,
            names = {"CANCELED", "FAILED"})
    void a_payment_that_is_not_asked_for_is_reversed_and_the_payer_told(InvoiceStatus shownAs) {
        world.switches.reversedAs(shownAs);
        String reference = world.send();
        world.pay(reference);
        world.passSeconds(21);

        PaymentStatus late = world.status(reference);

        assertThat(late.status()).isEqualTo(shownAs);
        assertThat(late.ersReference()).isNull();
        assertThat(late.receipt()).isNull();
        InvoiceView view = world.view(reference);
        assertThat(view.reversed()).isTrue();
        assertThat(view.messages()).singleElement().satisfies(sms -> {
            assertThat(sms.at()).isEqualTo(view.paidAt().plusSeconds(20).plusNanos(1));
            assertThat(sms.text()).contains("99.50 SEK", "Corner shop", "reversed");
        });
    }

    @Test
    void a_reversal_needs_no_caller() {
        String reference = world.send();
        world.pay(reference);
        world.passSeconds(21);

        world.seqr.tick();

        assertThat(world.seqr.ledger())
                .extracting(LedgerEntry::kind, entry -> Amount.of(entry.amount()))
                .containsExactly(
                        tuple(LedgerEntry.Kind.PAYMENT, SeqrFixture.PRICE),
                        tuple(LedgerEntry.Kind.REVERSAL, SeqrFixture.PRICE));
        assertThat(world.view(reference).status()).isEqualTo(InvoiceStatus.CANCELED);
    }

    @Test
    void asking_before_the_payer_has_confirmed_acknowledges_nothing() {
        String reference = world.send();
        world.status(reference);
        world.payer.scan(reference);
        world.status(reference);
        world.payer.confirm(reference, SeqrFixture.PIN);
        world.passSeconds(21);

        assertThat(world.status(reference).status()).isEqualTo(InvoiceStatus.CANCELED);
    }

    @Test
    void by_version_the_first_answer_of_PAID_is_not_yet_an_acknowledgement() {
        world.switches.acknowledgedBy(AcknowledgedBy.VERSION);
        String reference = world.send();
        int seen = world.status(reference).version();
        world.pay(reference);

        assertThat(world.status(reference, seen).status()).isEqualTo(InvoiceStatus.PAID);
        world.passSeconds(21);

        assertThat(world.status(reference, seen).status()).isEqualTo(InvoiceStatus.CANCELED);
    }

    @Test
    void by_version_the_shop_acknowledges_with_the_version_that_came_with_PAID() {
        world.switches.acknowledgedBy(AcknowledgedBy.VERSION);
        String reference = world.send();
        world.pay(reference);

        int paid = world.status(reference).version();
        world.status(reference, paid);
        world.passSeconds(21);

        assertThat(world.status(reference, paid).status()).isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void the_version_rises_with_each_change_and_with_nothing_else() {
        String reference = world.send();
        int issued = world.status(reference, 0).version();
        assertThat(world.status(reference, issued).version()).isEqualTo(issued).isPositive();

        world.pay(reference);
        int paid = world.status(reference, issued).version();
        assertThat(paid).isGreaterThan(issued);
        assertThat(world.status(reference, paid).version()).isEqualTo(paid);
    }

    @Test
    void an_ers_reference_and_a_receipt_come_with_PAID_only() {
        String reference = world.send(
                Invoice.over(SeqrFixture.PRICE).clientInvoiceId("order-7").build());
        assertThat(world.status(reference).ersReference()).isNull();
        assertThat(world.status(reference).receipt()).isNull();

        world.pay(reference);

        PaymentStatus paid = world.status(reference);
        assertThat(paid.ersReference()).matches("[0-9]{25}");
        assertThat(paid.receipt().paymentReference()).isEqualTo(paid.ersReference());
        assertThat(paid.receipt().invoiceReference()).isEqualTo(reference);
        assertThat(paid.receipt().clientInvoiceId()).isEqualTo("order-7");
        assertThat(paid.receipt().invoice().total()).isEqualTo(SeqrFixture.PRICE);
    }

    @Test
    void what_was_refunded_before_a_reversal_is_not_given_back_twice() {
        world.switches.acknowledgedBy(AcknowledgedBy.VERSION);
        String reference = world.send();
        world.pay(reference);
        String ers = world.status(reference).ersReference();
        world.seqr.refundPayment(
                world.shop, ers, Invoice.over(Amount.of("50.00", "SEK")).build());
        world.passSeconds(21);

        assertThat(world.seqr.ledger())
                .extracting(entry -> entry.kind() + " " + entry.amount())
                .containsExactly("PAYMENT 99.50 SEK", "REFUND 50.00 SEK", "REVERSAL 49.50 SEK");
    }

    @Test
    void the_shop_is_notified_once_and_as_soon_as_the_payer_has_paid() {
        Invoice invoice = Invoice.over(SeqrFixture.PRICE)
                .notificationUrl("https://shop.test/n")
                .build();
        String reference = world.send(invoice);
        world.payer.scan(reference);
        assertThat(world.notifications).isEmpty();

        world.payer.confirm(reference, SeqrFixture.PIN);
        world.passSeconds(60);
        world.seqr.tick();

        assertThat(world.notifications).containsExactly(new Notification(reference, "https://shop.test/n"));
    }

    @Test
    void without_a_url_there_is_no_notification() {
        world.paid();

        assertThat(world.notifications).isEmpty();
    }

    @Test
    void status_calls_are_counted() {
        String reference = world.send();
        world.status(reference);
        world.status(reference);

        assertThat(world.view(reference).statusCalls()).isEqualTo(2);
    }

    @Test
    void it_is_known_when_time_will_next_matter() {
        String reference = world.send();
        world.payer.scan(reference);
        world.payer.confirm(reference, SeqrFixture.PIN);

        assertThat(world.seqr.nextDue()).hasValueSatisfying(due -> assertThat(due)
                .isEqualTo(world.instant().plusSeconds(20).plusNanos(1)));
    }
}
