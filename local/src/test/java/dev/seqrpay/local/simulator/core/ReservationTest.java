package dev.seqrpay.local.simulator.core;

import static dev.seqrpay.local.simulator.core.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The RESERVATION_ modes: the payer confirms, the shop commits. */
class ReservationTest {
    private final World world = new World();

    @Test
    void a_confirmed_reservation_is_RESERVED_until_the_shop_commits() {
        String reference = reserved(null);
        assertThat(world.status(reference).status()).isEqualTo(InvoiceStatus.RESERVED);
        assertThat(world.seqr.ledger()).isEmpty();

        String ers = world.seqr.commitReservation(world.shop, World.PRICE, reference);

        assertThat(world.status(reference).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(world.status(reference).ersReference()).isEqualTo(ers);
    }

    @Test
    void a_commit_needs_no_further_acknowledgement() {
        String reference = reserved(null);
        world.seqr.commitReservation(world.shop, Amount.of("10.00", "SEK"), reference);
        world.passSeconds(60);

        assertThat(world.status(reference).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(world.view(reference).paid()).isEqualTo(Amount.of("10.00", "SEK"));
    }

    @Test
    void no_more_than_what_is_reserved_can_be_taken() {
        String reference = reserved(null);

        assertRefused(11, () -> world.seqr.commitReservation(world.shop, Amount.of("99.51", "SEK"), reference));
        assertRefused(49, () -> world.seqr.commitReservation(world.shop, Amount.of("1.00", "EUR"), reference));
        assertRefused(49, () -> world.seqr.commitReservation(world.shop, null, reference));
        assertThat(world.seqr.ledger()).isEmpty();
    }

    @Test
    void what_is_not_reserved_answers_96() {
        assertRefused(96, () -> world.seqr.commitReservation(world.shop, World.PRICE, world.send()));
        assertRefused(96, () -> world.seqr.commitReservation(world.shop, World.PRICE, world.paid()));
    }

    @Test
    void a_reservation_ends_after_its_timeout_and_the_payer_is_told() {
        String reference = reserved(120L);
        world.passSeconds(121);

        assertRefused(96, () -> world.seqr.commitReservation(world.shop, World.PRICE, reference));
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
        String reference = world.send(Invoice.over(World.PRICE)
                .reservation("RESERVATION_REQUIRED", timeout)
                .build());
        world.pay(reference);
        return reference;
    }
}
