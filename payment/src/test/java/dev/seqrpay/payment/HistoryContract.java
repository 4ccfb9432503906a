package dev.seqrpay.payment;

import static dev.seqrpay.payment.StoreFixture.ers;
import static dev.seqrpay.payment.StoreFixture.reference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.HistoryEntry.Step;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a change leaves behind besides the row. */
interface HistoryContract extends StoreFixture {
    @Test
    default void the_history_has_one_line_per_change_in_order() {
        Payment issued = apply(created().issued(reference(), "HTTP://SEQR.SE/R1", NOW.plusNanos(1)));
        Payment paid = apply(issued.paid(ers(), 2, NOW.plusSeconds(1)));

        assertThat(store().history(paid.id()))
                .extracting(HistoryEntry::step)
                .containsExactly(
                        new Step(1, null, State.CREATED, Cause.CHECKOUT, null, null, NOW),
                        new Step(2, State.CREATED, State.ISSUED, Cause.POLL, 0, 7L, NOW.plusNanos(1)),
                        new Step(3, State.ISSUED, State.PAID, Cause.POLL, 0, 7L, NOW.plusSeconds(1)));
    }

    @ParameterizedTest
    @EnumSource
    default void every_cause_reads_as_it_was_written(Cause cause) {
        Payment issued = issued();
        Payment cancelled = issued.ended(State.CANCELED, Reason.EXPIRED, NOW);
        store().commit(Change.answered(issued, cancelled, cause, 54, Duration.ofMillis(Integer.MAX_VALUE + 1L)));

        assertThat(store().history(issued.id()).get(2).step())
                .isEqualTo(new Step(
                        3, State.ISSUED, State.CANCELED, cause, 54, Integer.MAX_VALUE + 1L, cancelled.changedAt()));
    }

    @Test
    default void the_tenth_change_comes_after_the_ninth() {
        Payment now = paid();
        for (int change = 4; change <= 101; change++) now = apply(now.refunding(now.refunded(), now.reserved(), NOW));

        assertThat(store().history(now.id()))
                .extracting(HistoryEntry::version)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 101).boxed().toList());
        assertUntouched(now);
    }

    @Test
    default void an_end_leaves_something_to_tell_and_one_that_lost_nothing() {
        Payment issued = issued();
        Payment paid = apply(issued.paid(ers(), 2, NOW));
        store().commit(Change.of(issued, issued.canceling(Reason.EXPIRED, Cause.CANCEL, NOW), Cause.SWEEP));

        assertThat(outbox(paid.id())).containsExactly(3);
        assertWhole(paid.id());
    }

    @Test
    default void what_is_refused_leaves_nothing_to_tell() {
        Payment second = issued();
        commit(second.paid(paid().ersReference(), 2, NOW));

        assertThat(outbox(second.id())).isEmpty();
        assertWhole(second.id());
    }

    @Test
    default void what_is_no_change_leaves_nothing_to_tell() {
        Payment issued = issued();
        claims(issued, NOW, Duration.ofSeconds(5));
        store().recordNoAnswer(issued, NOW);
        store().recordVersion(issued, 3);
        Payment created = created();
        store().release(created, attempt(created).withoutEffect());

        assertThat(outbox(issued.id())).isEmpty();
        assertThat(outbox(created.id())).isEmpty();
        assertWhole(issued.id());
    }

    @Test
    default void a_refund_is_told_of_when_it_has_ended() {
        Payment paid = paid();
        Refund refund = Refund.requested("ref_1", paid.id(), TEN, NOW);
        Payment reserved = apply(paid, paid.refunding(paid.refunded(), TEN, NOW), refund);
        assertThat(outbox(paid.id())).containsExactly(3);

        Payment none = apply(reserved, reserved.refunding(paid.refunded(), paid.reserved(), NOW), refund.notDone(93));
        assertThat(outbox(paid.id())).containsExactly(3);

        apply(none, none.refunding(TEN, none.reserved(), NOW), refund.settled("ers-9"));
        assertThat(outbox(paid.id())).containsExactly(3, 6);
        assertThat(store().history(paid.id()).get(3).step())
                .isEqualTo(new Step(4, State.PAID, State.PAID, Cause.REFUND, null, null, NOW));
        assertWhole(paid.id());
    }
}
