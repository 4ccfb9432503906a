package dev.seqrpay.simulator.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Coupons and loyalty cards, and the shop that must answer to them before the payer may pay. */
class LoyaltyTest {
    private static final CustomerToken CARD = CustomerToken.offered("c1", "123", "Card");

    private final SeqrFixture world = new SeqrFixture();

    @Test
    void with_REQUIRE_ACKNOWLEDGMENT_the_payer_waits_for_the_shops_update() {
        String reference = world.send(Invoice.over(SeqrFixture.PRICE)
                .acknowledgmentMode("REQUIRE_ACKNOWLEDGMENT")
                .build());
        world.payer.scan(reference);

        assertThat(world.status(reference).status()).isEqualTo(InvoiceStatus.PENDING_ISSUER_ACKNOWLEDGE);
        assertThatExceptionOfType(PayerRefused.class).isThrownBy(() -> world.payer.confirm(reference, SeqrFixture.PIN));

        Invoice cheaper = Invoice.over(Amount.of("80.00", "SEK"))
                .acknowledgmentMode("REQUIRE_ACKNOWLEDGMENT")
                .build();
        world.seqr.updateInvoice(world.shop, reference, cheaper, List.of());

        assertThat(Amount.of(world.payer.confirm(reference, SeqrFixture.PIN).paid()))
                .isEqualTo(cheaper.total());
    }

    @Test
    void a_token_that_is_offered_raises_the_version_and_the_shop_judges_it() {
        String reference = world.send();
        int before = world.status(reference).version();
        world.payer.scan(reference);
        world.payer.offer(reference, CARD);

        PaymentStatus offered = world.status(reference);
        assertThat(offered.version()).isEqualTo(before + 1);
        assertThat(offered.tokens()).containsExactly(CARD);

        CustomerToken used = new CustomerToken("c1", "123", "Card", 1);
        world.seqr.updateInvoice(
                world.shop, reference, Invoice.over(SeqrFixture.PRICE).build(), List.of(used));

        assertThat(world.status(reference).tokens()).containsExactly(used);
    }

    @Test
    void a_token_offered_after_the_update_makes_the_payer_wait_again() {
        Invoice loyal = Invoice.over(SeqrFixture.PRICE)
                .acknowledgmentMode("REQUIRE_ACKNOWLEDGMENT")
                .build();
        String reference = world.send(loyal);
        world.payer.scan(reference);
        world.seqr.updateInvoice(world.shop, reference, loyal, List.of());

        world.payer.offer(reference, CARD);

        assertThat(world.status(reference).status()).isEqualTo(InvoiceStatus.PENDING_ISSUER_ACKNOWLEDGE);
    }
}
