package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is written beside the changes: SEQR's latest version, and the end of an attempt. */
interface LeaseContract extends StoreFixture {
    @Test
    default void the_latest_version_of_seqrs_is_remembered_and_an_older_one_is_not() {
        Payment issued = issued();
        store().recordVersion(issued, 3);
        store().recordVersion(issued, 2);
        store().recordVersion(issued, 3);

        assertThat(stored(issued).seqrVersion()).isEqualTo(3);
        store().recordVersion(issued, 4);
        assertThat(stored(issued).seqrVersion()).isEqualTo(4);
    }

    @Test
    default void versions_are_numbers_not_words() {
        Payment issued = issued();
        store().recordVersion(issued, 9);
        store().recordVersion(issued, 10);

        assertThat(stored(issued).seqrVersion()).isEqualTo(10);
    }

    @Test
    default void what_was_seen_before_a_change_is_not_written_after_it() {
        Payment issued = issued();
        Payment canceling = apply(issued.canceling(Reason.EXPIRED, Cause.CANCEL, NOW));
        store().recordVersion(issued, 9);

        assertUntouched(canceling);
    }

    @Test
    default void what_was_seen_is_no_change() {
        Payment issued = issued();
        store().recordVersion(issued, 3);

        assertThat(stored(issued)).isEqualTo(issued.withSeqrVersion(3));
        assertWhole(issued.id());
    }

    @Test
    default void what_was_seen_outlasts_a_claim_and_leaves_it_alone() {
        Payment issued = issued();
        claims(issued, NOW, Duration.ofSeconds(5));
        store().recordVersion(issued, 3);

        assertThat(claims(issued, NOW, Duration.ofSeconds(5))).isFalse();
        assertThat(stored(issued).seqrVersion()).isEqualTo(3);
    }

    @Test
    default void a_released_attempt_may_be_followed_at_once() {
        Payment created = created();
        Attempt left = new Attempt(0, NOW.plusSeconds(7));
        store().release(created, left);
        store().release(created, left);

        assertThat(stored(created)).isEqualTo(created.withAttempt(left));
        assertWhole(created.id());
    }

    @Test
    default void a_release_that_comes_after_the_next_attempt_does_not_end_it() {
        Payment created = created();
        Payment second = apply(created.attempted(new Attempt(2, NOW.plusSeconds(50)), NOW));
        store().release(created, attempt(created).withoutEffect());

        assertUntouched(second);
    }

    @Test
    default void a_released_attempt_stays_due() {
        Payment created = created();
        store().release(created, attempt(created).withoutEffect());

        assertThat(store().due(EXPIRY, 1000)).containsExactly(created.id());
    }
}
