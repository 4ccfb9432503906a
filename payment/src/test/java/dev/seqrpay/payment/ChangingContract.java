package dev.seqrpay.payment;

import static dev.seqrpay.payment.StoreFixture.ers;
import static dev.seqrpay.payment.StoreFixture.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqrpay.payment.PaymentStore.Committed;
import dev.seqrpay.payment.PaymentStore.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

interface ChangingContract extends StoreFixture {
    @ParameterizedTest
    @EnumSource
    default void every_state_reads_as_it_was_written(State state) {
        Payment payment = in(state);

        assertThat(payment.state()).isEqualTo(state);
        assertUntouched(payment);
    }

    @ParameterizedTest
    @EnumSource
    default void every_reason_reads_as_it_was_written(Reason reason) {
        assertUntouched(apply(issued().ended(State.CANCELED, reason, NOW)));
    }

    @Test
    default void another_attempt_is_kept_with_its_lease() {
        Payment second = apply(created().attempted(new Attempt(2, NOW.plusNanos(1)), NOW));

        assertUntouched(second);
    }

    @Test
    default void a_change_of_an_older_version_loses_and_is_given_the_winner() {
        Payment issued = issued();
        Payment winner = apply(issued.canceling(Reason.EXPIRED, Cause.CANCEL, NOW));

        Committed late = store().commit(Change.of(issued, issued.paid(ers(), 2, NOW), Cause.POLL));

        assertThat(late).isEqualTo(new Committed(Outcome.LOST, winner));
        assertUntouched(winner);
    }

    @Test
    default void the_loser_is_given_every_field_of_the_winner() {
        Payment issued = issued();
        Payment paid = apply(issued.paid(ers(), 7, NOW.plusNanos(1)));
        Payment winner = apply(paid.refunding(TEN, Money.of("SEK", "0.01"), NOW.plusSeconds(1)));

        Committed late =
                store().commit(Change.of(issued, issued.ended(State.CANCELED, Reason.EXPIRED, NOW), Cause.SWEEP));

        assertThat(late.payment()).isEqualTo(winner);
    }

    @Test
    default void the_loser_is_given_what_was_released_meanwhile() {
        Payment created = created();
        store().release(created, attempt(created).withoutEffect());

        Committed late = store().commit(creation(fresh(created.id(), "terminal", SampleOrders.full(), NOW)));

        assertThat(late.payment())
                .isEqualTo(created.withAttempt(attempt(created).withoutEffect()));
    }

    @Test
    default void the_loser_is_given_the_version_that_was_seen_meanwhile() {
        Payment issued = issued();
        store().recordVersion(issued, 5);

        Committed late = store().commit(creation(fresh(issued.id(), "terminal", SampleOrders.full(), NOW)));

        assertThat(late.payment()).isEqualTo(issued.withSeqrVersion(5));
    }

    @Test
    default void a_change_that_skips_a_version_loses() {
        Payment issued = issued();
        Payment never = issued.canceling(Reason.EXPIRED, Cause.CANCEL, NOW);

        Committed early =
                store().commit(Change.of(never, never.ended(State.CANCELED, Reason.EXPIRED, NOW), Cause.CANCEL));

        assertThat(early).isEqualTo(new Committed(Outcome.LOST, issued));
        assertUntouched(issued);
    }

    @Test
    default void what_was_never_created_cannot_be_changed() {
        Payment never = fresh();
        Change change = Change.of(never, never.issued("r", "HTTP://SEQR.SE/R1", NOW), Cause.CHECKOUT);

        assertThatThrownBy(() -> store().commit(change)).isInstanceOf(IllegalStateException.class);
        assertThat(store().find(never.id())).isEmpty();
        assertThat(store().history(never.id())).isEmpty();
        assertThat(outbox(never.id())).isEmpty();
    }

    @Test
    default void of_two_who_want_the_very_same_one_wins() {
        Payment issued = issued();
        Change same = Change.of(issued, issued.ended(State.CANCELED, Reason.EXPIRED, NOW), Cause.SWEEP);

        Payment winner = applied(store().commit(same), same.payment());
        assertThat(store().commit(same)).isEqualTo(new Committed(Outcome.LOST, winner));
        assertUntouched(winner);
    }

    @Test
    default void the_loser_leaves_no_trace() {
        Payment issued = issued();
        Payment winner = apply(issued.canceling(Reason.EXPIRED, Cause.CANCEL, NOW));
        String ers = ers();
        store().commit(Change.of(issued, issued.paid(ers, 2, NOW), Cause.POLL));

        assertUntouched(winner);
        assertThat(commit(issued().paid(ers, 2, NOW)).outcome())
                .as("the loser's reference is free")
                .isEqualTo(Outcome.APPLIED);
    }

    @Test
    default void the_loser_may_go_on_from_the_winners_row() {
        Payment issued = issued();
        apply(issued.canceling(Reason.EXPIRED, Cause.CANCEL, NOW));
        Payment winner = store().commit(Change.of(issued, issued.paid(ers(), 2, NOW), Cause.POLL))
                .payment();

        assertUntouched(apply(winner.paid(ers(), 2, NOW)));
    }

    @Test
    default void a_change_is_on_what_was_seen_meanwhile_too() {
        Payment issued = issued();
        store().recordVersion(issued, 3);
        claims(issued, NOW, Duration.ofSeconds(5));

        assertUntouched(apply(stored(issued).ended(State.CANCELED, Reason.EXPIRED, NOW)));
    }
}
