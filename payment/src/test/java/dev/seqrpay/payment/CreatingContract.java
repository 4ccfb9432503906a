package dev.seqrpay.payment;

import static dev.seqrpay.payment.StoreFixture.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.PaymentStore.Committed;
import dev.seqrpay.payment.PaymentStore.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

interface CreatingContract extends StoreFixture {
    private void assertReadsAsWritten(Payment payment) {
        assertUntouched(applied(store().commit(creation(payment)), payment));
    }

    @Test
    default void of_what_is_not_there_nothing_is_known() {
        assertThat(store().find("pay_none")).isEmpty();
        assertThat(store().history("pay_none")).isEmpty();
        assertThat(store().refunds("pay_none")).isEmpty();
        assertThat(store().refund("pay_none", "ref_1")).isEmpty();
        assertThat(store().due(FAR, 1000)).isEmpty();
    }

    @Test
    default void what_is_not_there_comes_to_be_by_its_creation_alone() {
        Payment unknown = fresh();
        Payment later = unknown.issued("r", "HTTP://SEQR.SE/R1", NOW);

        assertThat(store().claim(new StoredPayment(later, Claim.NONE), NOW)).isFalse();
        store().recordNoAnswer(later, NOW);
        store().recordVersion(later, 2);
        store().release(unknown, attempt(unknown).withoutEffect());

        assertThat(store().find(unknown.id())).isEmpty();
        assertReadsAsWritten(unknown);
    }

    @Test
    default void a_new_payment_reads_as_it_was_written() {
        assertReadsAsWritten(fresh());
    }

    @Test
    default void what_the_shop_left_out_reads_as_left_out() {
        assertReadsAsWritten(fresh(SampleOrders.bare()));
    }

    @Test
    default void each_field_that_may_be_left_out_may_also_come_alone() {
        for (Invoice invoice : SampleOrders.withOneOptionalField()) assertReadsAsWritten(fresh(invoice));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n\t\r",
                "Å ä ö \u00e9 e\u0301",
                "\u0416\u05d0\u0627\u0e01\u4e2d\uD55C",
                "\uD83E\uDD9E\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                "\u202Eright to left\uFEFF",
                "\0\u0001\u001b\uFFFF",
                "<a href=\"x\">&amp;</a> {\"S\":\"x\"} #:v '; --"
            })
    default void any_text_reads_as_it_was_written(String text) {
        assertReadsAsWritten(fresh(SampleOrders.saying(text)));
    }

    @Test
    default void amounts_and_quantities_keep_every_digit() {
        Invoice.Row row = new Invoice.Row(
                "most",
                new BigDecimal("0.0010"),
                new Money(Money.currency("EUR"), 99_999_999_999_999L),
                new Money(Money.currency("EUR"), 1),
                new Money(Money.currency("EUR"), 0),
                new BigDecimal("25.00"),
                null,
                null,
                null);
        assertReadsAsWritten(fresh(SampleOrders.of(row)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01T12:00:00Z", "2026-12-31T23:59:59.999999999Z", "2024-02-29T00:00:00.000000001Z"})
    default void times_keep_every_digit(String time) {
        assertReadsAsWritten(fresh(Instant.parse(time)));
    }

    @Test
    default void an_order_may_have_200_rows() {
        assertReadsAsWritten(fresh(SampleOrders.withRows(200)));
    }

    @Test
    default void a_second_creation_loses_and_is_given_the_first() {
        Payment first = created();
        Payment second = fresh(first.id(), "terminal", SampleOrders.bare(), NOW.plusMillis(1));

        assertThat(store().commit(creation(second))).isEqualTo(new Committed(Outcome.LOST, first));
        assertUntouched(first);
    }

    @Test
    default void a_second_creation_is_given_what_the_first_has_become() {
        Payment paid = paid();
        Payment late = fresh(paid.id(), "terminal", SampleOrders.full(), NOW);

        assertThat(store().commit(creation(late))).isEqualTo(new Committed(Outcome.LOST, paid));
        assertUntouched(paid);
    }

    @Test
    default void what_was_written_twice_was_written_once() {
        Payment payment = created();

        assertThat(store().commit(creation(payment))).isEqualTo(new Committed(Outcome.LOST, payment));
        assertUntouched(payment);
    }

    @Test
    default void payments_with_similar_names_are_apart() {
        Payment shorter = create(fresh("pay_a", "terminal", SampleOrders.full(), NOW));
        Payment longer = create(fresh("pay_ab", "terminal", SampleOrders.bare(), NOW));
        Payment issued = issued(longer);

        assertUntouched(shorter);
        assertUntouched(issued);
        assertThat(store().due(FAR, 1000)).containsExactlyInAnyOrderElementsOf(List.of("pay_a", "pay_ab"));
    }
}
