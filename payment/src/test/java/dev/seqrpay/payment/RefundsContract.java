package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.PaymentStore.Committed;
import dev.seqrpay.payment.PaymentStore.Outcome;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

interface RefundsContract extends StoreFixture {
    Money ONE = Money.of("SEK", "1");
    /** When no function waits any more for the answer to a question of {@code NOW}. */
    Instant ABANDONED = NOW.plus(Refund.ABANDONED);

    private Refund requested(Payment paid, String id) {
        return Refund.requested(id, paid.id(), ONE, NOW);
    }

    private Committed commit(Payment before, Refund refund) {
        Payment after = before.refunding(before.refunded(), before.reserved().plus(refund.amount()), NOW);
        return store().commit(Change.of(before, after, refund));
    }

    private Payment apply(Payment before, Refund refund) {
        Committed committed = commit(before, refund);
        assertThat(committed.outcome()).isEqualTo(Outcome.APPLIED);
        return committed.payment();
    }

    @Test
    default void a_refund_is_stored_with_what_it_reserves() {
        Payment paid = paid();
        Refund refund = requested(paid, "ref_1");
        Payment reserved = apply(paid, refund);

        assertThat(store().refund(paid.id(), "ref_1")).contains(refund);
        assertThat(store().refunds(paid.id())).containsExactly(refund);
        assertThat(reserved.reserved()).isEqualTo(ONE);
        assertUntouched(reserved);
    }

    @Test
    default void a_refund_that_is_not_there_is_not_found() {
        Payment paid = paid();
        apply(paid, requested(paid, "ref_1"));

        assertThat(store().refund(paid.id(), "ref_2")).isEmpty();
        assertThat(store().refund(paid.id(), "ref_")).isEmpty();
        assertThat(store().refund(paid().id(), "ref_1")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    default void every_end_of_a_refund_reads_as_it_was_written(Refund.State state) {
        Payment paid = paid();
        Refund requested = Refund.requested("ref_1", paid.id(), Money.of("SEK", "0.01"), NOW.plusNanos(1));
        Refund refund =
                switch (state) {
                    case REQUESTED -> requested;
                    case SETTLED -> requested.settled("ers-\u00e5#1");
                    case REJECTED -> requested.rejected(98);
                    case NOT_DONE -> requested.notDone(93);
                    case UNKNOWN -> requested.unknown();
                };
        apply(apply(paid, requested), refund);

        assertThat(store().refunds(paid.id())).containsExactly(refund);
    }

    @Test
    default void what_was_not_done_may_be_asked_for_again() {
        Payment paid = paid();
        Refund refund = requested(paid, "ref_1");
        Payment now = apply(apply(paid, refund), refund.notDone(null));
        assertThat(store().due(FAR, 1000)).isEmpty();

        Refund again = refund.again(Refund.requested(refund.id(), refund.paymentId(), refund.amount(), NOW));
        apply(now, again);

        assertThat(again.createdAt()).isEqualTo(NOW.plusMillis(1));
        assertThat(store().refunds(paid.id())).containsExactly(again);
        assertThat(store().due(FAR, 1000)).containsExactly(paid.id());
    }

    @Test
    default void a_refund_may_be_settled_without_a_reference() {
        Payment paid = paid();
        Refund settled = requested(paid, "ref_1").settled(null);
        apply(paid, settled);

        assertThat(store().refund(paid.id(), "ref_1")).contains(settled);
    }

    @Test
    default void refunds_are_listed_in_the_order_they_were_made() {
        Payment now = paid();
        String id = now.id();
        for (String name : List.of("ref_z", "ref_a", "ref_m", "ref_B", "ref_9")) {
            Instant at = NOW.plusMillis(now.version());
            now = apply(now, Refund.requested(name, id, ONE, at));
        }

        assertThat(store().refunds(id))
                .extracting(Refund::id)
                .containsExactly("ref_z", "ref_a", "ref_m", "ref_B", "ref_9");
    }

    @Test
    default void refunds_of_the_same_name_are_each_payments_own() {
        Payment first = paid();
        Payment second = paid();
        apply(first, requested(first, "ref_1"));
        apply(second, requested(second, "ref_1").rejected(10));

        assertThat(store().refunds(first.id())).containsExactly(requested(first, "ref_1"));
        assertThat(store().refunds(second.id()))
                .containsExactly(requested(second, "ref_1").rejected(10));
    }

    @Test
    default void a_refund_that_loses_the_race_is_not_stored() {
        Payment paid = paid();
        Refund first = requested(paid, "ref_1");
        Payment winner = apply(paid, first);

        assertThat(commit(paid, requested(paid, "ref_2"))).isEqualTo(new Committed(Outcome.LOST, winner));
        assertThat(store().refunds(paid.id())).containsExactly(first);
        assertUntouched(winner);
    }

    @Test
    default void what_was_booked_is_not_booked_over_by_who_came_late() {
        Payment paid = paid();
        Refund refund = requested(paid, "ref_1");
        Payment reserved = apply(paid, refund);
        apply(reserved, refund.settled("ers-r"));

        assertThat(commit(reserved, refund.unknown()).outcome()).isEqualTo(Outcome.LOST);
        assertThat(store().refund(paid.id(), "ref_1")).contains(refund.settled("ers-r"));
    }

    @Test
    default void a_refund_is_due_until_its_answer_is_stored() {
        Payment paid = paid();
        Refund refund = requested(paid, "ref_1");
        Payment reserved = apply(paid, refund);
        assertThat(store().due(ABANDONED.minusSeconds(1), 1000)).isEmpty();
        assertThat(store().due(ABANDONED, 1000)).containsExactly(paid.id());

        apply(reserved, refund.settled("ers-r"));

        assertThat(store().due(FAR, 1000)).isEmpty();
    }

    @Test
    default void a_payment_with_several_refunds_is_due_once_and_until_the_last_is_answered() {
        Payment paid = paid();
        Refund first = requested(paid, "ref_1");
        Refund second = requested(paid, "ref_2");
        Payment now = apply(apply(paid, first), second);
        assertThat(store().due(ABANDONED, 1000)).containsExactly(paid.id());

        now = apply(now, first.unknown());
        assertThat(store().due(ABANDONED, 1000)).containsExactly(paid.id());

        apply(now, second.rejected(20));
        assertThat(store().due(FAR, 1000)).isEmpty();
    }

    @Test
    default void what_waits_for_a_refund_has_its_place_among_the_others() {
        Payment later = create(StoreFixture.fresh(ABANDONED.plusSeconds(1).minus(LIFE)));
        Payment paid = paid();
        apply(paid, requested(paid, "ref_1"));
        Payment sooner = create(StoreFixture.fresh(ABANDONED.minusSeconds(1).minus(LIFE)));

        assertThat(store().due(FAR, 1000)).containsExactly(sooner.id(), paid.id(), later.id());
    }

    @Test
    default void a_payment_may_be_given_back_in_a_hundred_parts() {
        Payment now = paid();
        Money part = Money.of("SEK", "0.01");
        for (int number = 1; number <= 100; number++)
            now = apply(now, Refund.requested("ref_" + number, now.id(), part, NOW.plusMillis(number)));

        assertThat(now.reserved()).isEqualTo(ONE);
        assertThat(store().refunds(now.id())).hasSize(100);
        assertUntouched(now);
    }
}
