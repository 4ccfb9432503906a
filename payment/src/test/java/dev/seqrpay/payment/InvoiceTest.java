package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which order a shop means when it sends a checkout again. */
class InvoiceTest {
    private static final Money TEN = Money.of("SEK", "10");

    private static Invoice of(String title, String quantity, String taxRate, String total) {
        Invoice.Row row = new Invoice.Row(
                "Cap",
                new BigDecimal(quantity),
                Money.of("SEK", total),
                null,
                null,
                new BigDecimal(taxRate),
                null,
                null,
                null);
        return new Invoice("o", title, List.of(row), TEN, null, null, null, null, null);
    }

    @Test
    void numbers_that_are_written_differently_are_the_same_order() {
        Invoice order = of("t", "2", "25", "10");

        assertThat(of("t", "2.0000", "25.000", "10.00")).isEqualTo(order);
        assertThat(of("t", "2.0000", "25.000", "10.00").isSameOrder(order)).isTrue();
        assertThat(of("t", "200", "0", "10").rows().get(0).quantity()).isEqualTo(new BigDecimal("200"));
        assertThat(of("t", "2.5", "25", "10").isSameOrder(order)).isFalse();
        assertThat(of("t", "2", "25.5", "10").isSameOrder(order)).isFalse();
    }

    @Test
    void another_number_is_all_that_is_different() {
        Invoice other = SampleOrders.full().withOrderId("1001-2");

        assertThat(other.orderId()).isEqualTo("1001-2");
        assertThat(other.withOrderId(SampleOrders.full().orderId())).isEqualTo(SampleOrders.full());
    }

    @Test
    void the_shops_name_in_the_place_of_a_title_is_not_the_shops_word() {
        Invoice first = SampleOrders.untitled("Demo Shop");

        assertThat(SampleOrders.untitled("Demo Shop & Sons").isSameOrder(first)).isTrue();
        assertThat(first.isSameOrder(SampleOrders.untitled("Demo Shop & Sons"))).isTrue();
    }

    @Test
    void a_title_that_the_shop_gives_is() {
        Invoice given = SampleOrders.bare();

        assertThat(given.title()).isEqualTo("t");
        assertThat(SampleOrders.untitled("Demo Shop").isSameOrder(given)).isFalse();
        assertThat(given.isSameOrder(SampleOrders.untitled("Demo Shop"))).isFalse();
        assertThat(SampleOrders.untitled("t").isSameOrder(given))
                .as("what an earlier release stored does not say who gave the title")
                .isTrue();
    }

    @Test
    void all_else_that_the_shop_says_is_the_order() {
        for (Invoice other : SampleOrders.withOneOptionalField())
            assertThat(other.isSameOrder(SampleOrders.bare()))
                    .as(other.toString())
                    .isFalse();
        assertThat(SampleOrders.full().isSameOrder(SampleOrders.full())).isTrue();
    }
}
