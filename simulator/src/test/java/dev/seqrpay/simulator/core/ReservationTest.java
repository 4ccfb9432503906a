package dev.seqrpay.simulator.core;

import static dev.seqrpay.simulator.core.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The RESERVATION_ modes: the payer confirms, the shop commits. */
class ReservationTest {
    private final SeqrFixture world = new SeqrFixture();

    @Test
    void a_confirmed_reservation_is_RESERVED_until_the_shop_commits() {
        String reference = reserved(null);
        assertThat(world.status(reference).status()).isEqualTo(InvoiceStatus.RESERVED);
        assertThat(world.seqr.ledger()).isEmpty();

        String ers = world.seqr.commitReservation(world.shop, SeqrFixture.PRICE, reference);

        assertThat(world.status(reference).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(world.status(reference).ersReference()).isEqualTo(ers);
    }

    @Test
    void a_commit_needs_no_further_acknowledgement() {
        String reference = reserved(null);
        world.seqr.commitReservation(world.shop, Amount.of("10.00", "SEK"), reference);
        world.passSeconds(60);

        assertThat(world.status(reference).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(Amount.of(world.view(reference).paid())).isEqualTo(Amount.of("10.00", "SEK"));
    }

    @Test
    void no_more_than_what_is_reserved_can_be_taken() {
        String reference = reserved(null);

        assertRefused(11, () -> world.seqr.commitReservation(world.shop, Amount.of("99.51", "SEK"), reference));
        assertRefused(49, () -> world.seqr.commitReservation(world.shop, Amount.of("1.00", "EUR"), reference));
        assertThat(world.seqr.ledger()).isEmpty();
    }

    @Test
    void a_commit_without_an_amount_takes_all() {
        String reference = reserved(null);

        world.seqr.commitReservation(world.shop, null, reference);

        assertThat(Amount.of(world.view(reference).paid())).isEqualTo(SeqrFixture.PRICE);
    }

    @Test
    void what_is_reserved_may_be_changed_before_it_is_taken() {
        String reference = reserved(null);
        Invoice cheaper = Invoice.over(Amount.of("80.00", "SEK"))
                .reservation("RESERVATION_REQUIRED_PRELIMINARY_AMOUNT", null)
                .build();

        world.seqr.updateInvoice(world.shop, reference, cheaper, List.of());

        assertThat(world.status(reference).status()).isEqualTo(InvoiceStatus.RESERVED);
        world.seqr.commitReservation(world.shop, null, reference);
        assertThat(Amount.of(world.view(reference).paid())).isEqualTo(cheaper.total());
    }

    /** The notification comes for PAID only (contract, "What else SEQR's documents say"). */
    @Test
    void a_reservation_causes_no_notification() {
        String reference = world.send(Invoice.over(SeqrFixture.PRICE)
                .reservation("RESERVATION_REQUIRED", null)
                .notificationUrl("https://shop.test/n")
                .build());
        world.pay(reference);

        assertThat(world.notifications).isEmpty();
    }

    @Test
    void what_is_not_reserved_answers_96() {
        assertRefused(96, () -> world.seqr.commitReservation(world.shop, SeqrFixture.PRICE, world.send()));
        assertRefused(96, () -> world.seqr.commitReservation(world.shop, SeqrFixture.PRICE, world.paid()));
    }

    @Test
    void a_reservation_ends_after_its_timeout_and_the_payer_is_told() {
        String reference = reserved(120L);
        world.passSeconds(121);

        assertRefused(96, () -> world.seqr.commitReservation(world.shop, SeqrFixture.PRICE, reference));
        assertThat(world.status(reference).status()).isEqualTo(InvoiceStatus.CANCELED);
        assertThat(world.view(reference).messages()).hasSize(1);
    }

    @Test
    void a_reservation_is_not_reversed_for_want_of_a_status_call() {
        String reference = reserved(120L);
        world.passSeconds(60);

        assertThat(world.status(reference).status()).isEqualTo(InvoiceStatus.RESERVED);
    }

    @Test
    void the_shop_can_give_a_reservation_up() {
        String reference = reserved(null);

        world.seqr.cancelInvoice(world.shop, reference);

        assertThat(world.status(reference).status()).isEqualTo(InvoiceStatus.CANCELED);
    }

    private String reserved(Long timeout) {
        String reference = world.send(Invoice.over(SeqrFixture.PRICE)
                .reservation("RESERVATION_REQUIRED", timeout)
                .build());
        world.pay(reference);
        return reference;
    }
}
