package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefundByRowTest {
    private static final Money ZERO = Money.of("SEK", "0");
    /** Three for 10.00, which do not divide; one for 95.00; a discount of 5.00. */
    private static final List<Invoice.Row> ROWS = List.of(row("3", 1000), row("1", 9500), row("1", -500));

    private final UseCaseFixture shop = new UseCaseFixture();
    private final Payment paid = shop.paid(SampleOrders.of(ROWS.toArray(Invoice.Row[]::new)));

    private static Invoice.Row row(String quantity, long minor) {
        return new Invoice.Row(
                "A row",
                new BigDecimal(quantity),
                new Money(ZERO.currency(), minor),
                null,
                null,
                new BigDecimal("25"),
                null,
                null,
                null);
    }

    private static RefundRequest.Row of(int number, String quantity) {
        return new RefundRequest.Row(number, quantity == null ? null : new BigDecimal(quantity));
    }

    private Refund refund(String key, RefundRequest.Row... rows) {
        return shop.refunds.refund(shop.now(paid), key, new RefundRequest(null, List.of(rows), "too small", "support"));
    }

    private void refuses(String why, RefundRequest.Row... rows) {
        int before = shop.now(paid).version();
        assertThatExceptionOfType(RefundRefused.class)
                .isThrownBy(() -> refund("refused", rows))
                .withMessageContaining(why);
        assertThat(shop.now(paid).version()).isEqualTo(before);
    }

    @Test
    void the_row_says_how_much_and_the_refund_says_which_and_why_and_who() {
        shop.seqr.refunds("r1");

        Refund refund = refund("a", of(2, null));

        assertThat(refund.amount()).hasToString("95.00 SEK");
        assertThat(refund.details())
                .isEqualTo(new RefundDetails(
                        List.of(new RefundDetails.Row(2, BigDecimal.ONE, Money.of("SEK", "95"))),
                        "too small",
                        "support"));
        assertThat(shop.store.refunds(paid.id())).containsExactly(refund);
        assertThat(shop.store.history(paid.id()))
                .extracting(HistoryEntry::refund)
                .endsWith(refund);
    }

    @Test
    void what_was_given_of_one_row_is_none_of_anothers() {
        shop.seqr.refunds("r1").refunds("r2");
        refund("a", of(1, "1"));

        assertThat(refund("b", of(2, null)).details().rows())
                .containsExactly(new RefundDetails.Row(2, BigDecimal.ONE, Money.of("SEK", "95")));
    }

    @Test
    void a_discount_goes_back_with_its_row() {
        shop.seqr.refunds("r1");

        assertThat(refund("a", of(2, null), of(3, "1")).amount()).hasToString("90.00 SEK");
    }

    @Test
    void the_parts_of_a_row_sum_to_the_row() {
        shop.seqr.refunds("r1").refunds("r2").refunds("r3");

        assertThat(refund("a", of(1, "1")).amount()).hasToString("3.33 SEK");
        assertThat(refund("b", of(1, "1")).amount()).hasToString("3.33 SEK");
        assertThat(refund("c", of(1, null)).amount()).hasToString("3.34 SEK");
        refuses("only 0 of row 1 ", of(1, "1"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whatever_the_parts_they_sum_to_the_row(long seed) {
        Random random = new Random(seed);
        Invoice.Row row = row(String.valueOf(2 + random.nextInt(20)), 1 + random.nextInt(100_000));
        Invoice invoice = SampleOrders.of(row);
        List<RefundDetails.Row> parts = List.of();
        BigDecimal left = row.quantity();
        while (left.signum() > 0) {
            BigDecimal quantity = left.min(new BigDecimal(1 + random.nextInt(3)));
            RefundDetails.Row part = new RefundedRows(invoice, List.of(settled(parts)))
                    .of(List.of(new RefundRequest.Row(1, quantity)))
                    .get(0);
            parts = Stream.concat(parts.stream(), Stream.of(part)).toList();
            left = left.subtract(quantity);
        }

        assertThat(parts.stream().map(RefundDetails.Row::amount).reduce(ZERO, Money::plus))
                .isEqualTo(row.total());
    }

    private static Refund settled(List<RefundDetails.Row> rows) {
        return Refund.requested("ref_1", "pay_1", ZERO, new RefundDetails(rows, null, null), Instant.EPOCH)
                .settled("ers");
    }

    @Test
    void what_is_not_there_is_not_given() {
        refuses("no row 0", of(0, null));
        refuses("no row 4", of(4, "1"));
        refuses("only 3 of row 1 ", of(1, "3.001"));
        refuses("row 1 is named twice", of(1, "1"), of(1, "2"));
        refuses("worth -5.00 SEK", of(3, null));
    }

    @Test
    void what_seqr_refused_can_be_asked_for_again() {
        shop.seqr.answers(97).refunds("r1");

        assertThat(refund("a", of(1, "2")).state()).isEqualTo(Refund.State.REJECTED);
        assertThat(refund("b", of(1, "3")).state()).isEqualTo(Refund.State.SETTLED);
    }

    @Test
    void what_may_have_been_given_is_not_given_again() {
        shop.seqr.isSilent().refunds("r1");

        assertThat(refund("a", of(1, "1")).state()).isEqualTo(Refund.State.UNKNOWN);
        refuses("only 2 of row 1 ", of(1, "3"));
    }

    @Test
    void the_same_key_gives_the_same_refund_and_no_other() {
        shop.seqr.refunds("r1");
        Refund first = refund("a", of(1, null));

        assertThat(refund("a", of(1, null))).isEqualTo(first);
        assertThat(refund("a", of(1, "3"))).isEqualTo(first);
        assertThatExceptionOfType(RefundRefused.class).isThrownBy(() -> refund("a", of(1, "2")));
        assertThatExceptionOfType(RefundRefused.class).isThrownBy(() -> refund("a", of(2, null)));
        assertThatExceptionOfType(RefundRefused.class).isThrownBy(() -> refund("a", of(1, null), of(2, null)));
        assertThatExceptionOfType(RefundRefused.class)
                .isThrownBy(() -> shop.refunds.refund(
                        shop.now(paid), "a", new RefundRequest(null, List.of(of(1, null)), "another", "support")));
    }

    @Test
    void what_was_not_done_is_valued_anew() {
        shop.seqr.answers(93).refunds("r1").refunds("r2");
        assertThat(refund("a", of(1, null)).state()).isEqualTo(Refund.State.NOT_DONE);
        refund("b", of(1, "2"));

        Refund rest = refund("a", of(1, null));

        assertThat(rest.amount()).hasToString("3.33 SEK");
        assertThat(shop.now(paid).refunded()).hasToString("10.00 SEK");
    }

    @Test
    void of_two_at_once_the_second_gets_what_is_left() {
        shop.seqr.refunds("r1").meanwhile(() -> refuses("only 1 of row 1 ", of(1, "2")));

        refund("a", of(1, "2"));
    }
}
