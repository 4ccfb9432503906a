package dev.seqrpay.payment;

import static dev.seqrpay.payment.StoreFixture.ers;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The right to ask SEQR. */
interface ClaimsContract extends StoreFixture {
    Duration FIVE = Duration.ofSeconds(5);

    private boolean claims(Payment payment, long afterMillis) {
        return claims(payment, afterMillis, FIVE);
    }

    private boolean claims(Payment payment, long afterMillis, Duration interval) {
        return claims(payment, NOW.plusMillis(afterMillis), interval);
    }

    @Test
    default void a_claim_is_given_once_in_an_interval() {
        Payment issued = issued();

        assertThat(claims(issued, 0)).isTrue();
        assertThat(claims(issued, 0)).isFalse();
        assertThat(claims(issued, 4999)).isFalse();
        assertThat(claims(issued, 5000)).isTrue();
        assertThat(claims(issued, 9999)).isFalse();
    }

    @Test
    default void an_interval_may_be_as_short_as_the_clock_is_fine() {
        Payment issued = issued();
        Duration millisecond = Duration.ofMillis(1);

        assertThat(claims(issued, 0, millisecond)).isTrue();
        assertThat(claims(issued, 0, millisecond)).isFalse();
        assertThat(claims(issued, 1, millisecond)).isTrue();
        assertThat(claims(issued, 2, millisecond)).isTrue();
    }

    @Test
    default void of_those_who_have_read_the_same_one_is_given_the_claim() {
        Payment issued = issued();
        StoredPayment read = store().read(issued.id()).orElseThrow();
        assertThat(read).isEqualTo(new StoredPayment(issued, Claim.NONE));

        assertThat(store().claim(read, NOW)).isTrue();
        assertThat(store().claim(read, NOW.plusSeconds(60))).isFalse();

        StoredPayment again = store().read(issued.id()).orElseThrow();
        assertThat(again).isEqualTo(new StoredPayment(issued, new Claim(NOW, false)));
        assertThat(store().claim(again, NOW.plusSeconds(60))).isTrue();
        assertThat(store().claim(again, NOW.plusSeconds(120))).isFalse();
    }

    @Test
    default void what_is_known_of_the_claim_is_read_with_the_row() {
        Payment issued = issued();
        claims(issued, 7);
        store().recordNoAnswer(issued, NOW.plusMillis(7));

        assertThat(store().read(issued.id())).contains(new StoredPayment(issued, new Claim(NOW.plusMillis(7), true)));
    }

    @Test
    default void a_change_may_bring_a_claim_of_its_own() {
        Payment issued = issued();
        claims(issued, 0);
        Instant now = NOW.plusMillis(7);
        Payment canceling = store().commit(
                        Change.claiming(issued, issued.canceling(Reason.EXPIRED, Cause.CANCEL, NOW), Cause.CANCEL, now))
                .payment();

        assertThat(store().read(issued.id())).contains(new StoredPayment(canceling, new Claim(now, false)));
        assertThat(claims(canceling, 5006)).isFalse();
        assertThat(claims(canceling, 5007)).isTrue();
    }

    @Test
    default void a_claim_that_was_refused_holds_no_function_up() {
        Payment issued = issued();
        claims(issued, 0);
        claims(issued, 4000);

        assertThat(claims(issued, 5000)).isTrue();
    }

    @Test
    default void a_shorter_interval_may_claim_sooner() {
        Payment issued = issued();
        claims(issued, 0);

        assertThat(claims(issued, 1000, Duration.ofSeconds(1))).isTrue();
    }

    @Test
    default void payments_are_claimed_each_for_itself() {
        claims(issued(), 0);

        assertThat(claims(issued(), 0)).isTrue();
    }

    @Test
    default void a_claim_from_a_clock_that_is_ahead_holds_no_function_up() {
        Payment issued = issued();
        claims(issued, 300_000);

        assertThat(claims(issued, 0)).isTrue();
        assertThat(claims(issued, 0)).isFalse();
    }

    @Test
    default void clocks_that_differ_by_less_than_the_interval_share_a_claim() {
        Payment issued = issued();
        claims(issued, 5000);

        assertThat(claims(issued, 0)).isFalse();
        assertThat(claims(issued, -1)).as("one that differs by more").isTrue();
    }

    @Test
    default void after_a_question_that_failed_the_next_may_claim_sooner_but_not_at_once() {
        Payment issued = issued();
        claims(issued, 0);
        store().recordNoAnswer(issued, NOW);

        assertThat(claims(issued, 1999)).isFalse();
        assertThat(claims(issued, 2000)).isTrue();
        assertThat(claims(issued, 4000))
                .as("the second question has not failed")
                .isFalse();
    }

    @Test
    default void each_question_may_fail() {
        Payment issued = issued();
        for (int question = 0; question < 3; question++) {
            Instant asked = NOW.plusSeconds(2L * question);
            assertThat(claims(issued, asked, FIVE)).isTrue();
            store().recordNoAnswer(issued, asked);
            store().recordNoAnswer(issued, asked);
        }
    }

    @Test
    default void a_failure_shortens_no_interval_that_is_shorter_than_its_own() {
        Payment issued = issued();
        Duration interval = Duration.ofMillis(250);
        claims(issued, 0, interval);
        store().recordNoAnswer(issued, NOW);

        assertThat(claims(issued, 249, interval)).isFalse();
        assertThat(claims(issued, 250, interval)).isTrue();
    }

    @Test
    default void a_failure_that_is_heard_of_after_the_next_claim_changes_nothing() {
        Payment issued = issued();
        claims(issued, 0);
        claims(issued, 5000);
        store().recordNoAnswer(issued, NOW);

        assertThat(claims(issued, 8000)).isFalse();
    }

    @Test
    default void a_failure_that_is_heard_of_after_a_change_changes_nothing() {
        Payment issued = issued();
        claims(issued, 0);
        Payment canceling = apply(issued.canceling(Reason.EXPIRED, Cause.CANCEL, NOW));
        claims(canceling, 0);
        store().recordNoAnswer(issued, NOW);

        assertThat(claims(canceling, 3000)).isFalse();
    }

    @Test
    default void a_failure_of_a_question_that_was_not_claimed_changes_nothing() {
        Payment issued = issued();
        store().recordNoAnswer(issued, NOW);
        claims(issued, 0);
        store().recordNoAnswer(issued, NOW.plusMillis(1));

        assertThat(claims(issued, 3000)).isFalse();
    }

    @Test
    default void a_claim_on_an_older_version_is_refused() {
        Payment issued = issued();
        apply(issued.canceling(Reason.EXPIRED, Cause.CANCEL, NOW));

        assertThat(claims(issued, 0)).isFalse();
    }

    @Test
    default void a_change_ends_the_claim() {
        Payment issued = issued();
        claims(issued, 0);
        Payment canceling = apply(issued.canceling(Reason.EXPIRED, Cause.CANCEL, NOW));

        assertThat(claims(canceling, 0)).isTrue();
    }

    @Test
    default void a_claim_does_not_stand_in_the_way_of_a_change() {
        Payment issued = issued();
        claims(issued, 0);

        assertUntouched(apply(issued.paid(ers(), 2, NOW)));
    }

    @Test
    default void a_claim_is_no_change() {
        Payment issued = issued();
        claims(issued, 0);
        store().recordNoAnswer(issued, NOW);

        assertUntouched(issued);
    }
}
