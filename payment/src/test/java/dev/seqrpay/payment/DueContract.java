package dev.seqrpay.payment;

import static dev.seqrpay.payment.StoreFixture.ers;
import static dev.seqrpay.payment.StoreFixture.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sweep's list. Places on it are by the second. */
interface DueContract extends StoreFixture {
    private List<String> due(Instant now) {
        return store().due(now, 1000);
    }

    private Payment canceling(Instant since) {
        return apply(issued().canceling(Reason.EXPIRED, Cause.CANCEL, since));
    }

    private List<String> onePerSecond(int count) {
        List<Payment> payments = new ArrayList<>(IntStream.range(0, count)
                .mapToObj(second -> fresh(NOW.plusSeconds(second)))
                .toList());
        List<String> ids = payments.stream().map(Payment::id).toList();
        Collections.shuffle(payments, new Random(1));
        payments.forEach(this::create);
        return ids;
    }

    @Test
    default void what_is_new_is_due_at_its_expiry_and_not_before() {
        Payment created = created();

        assertThat(due(EXPIRY.minusSeconds(1))).isEmpty();
        assertThat(due(EXPIRY)).containsExactly(created.id());
    }

    @Test
    default void what_is_open_is_due_at_its_expiry_and_not_before() {
        Payment issued = issued();

        assertThat(due(EXPIRY.minusSeconds(1))).isEmpty();
        assertThat(due(EXPIRY)).containsExactly(issued.id());
    }

    @Test
    default void what_is_to_be_cancelled_is_due_at_once() {
        Payment canceling = canceling(NOW);

        assertThat(due(NOW.minusSeconds(1))).isEmpty();
        assertThat(due(NOW)).containsExactly(canceling.id());
    }

    @ParameterizedTest
    @EnumSource(names = {"PAID", "CANCELED", "FAILED", "REVIEW", "REVERSED"})
    default void what_has_ended_is_never_due(State end) {
        in(end);

        assertThat(due(FAR)).isEmpty();
    }

    @Test
    default void what_has_ended_is_off_the_list_however_often_it_was_looked_at() {
        Payment issued = issued();
        claims(issued, EXPIRY, Duration.ofSeconds(5));
        apply(issued.paid(ers(), 2, EXPIRY));

        assertThat(due(FAR)).isEmpty();
    }

    @Test
    default void the_longest_due_comes_first() {
        List<String> ids = onePerSecond(40);

        assertThat(due(FAR)).containsExactlyElementsOf(ids);
    }

    @Test
    default void if_there_are_too_many_the_longest_due_are_taken() {
        List<String> ids = onePerSecond(40);

        for (int limit : new int[] {1, 7, 39, 40, 41})
            assertThat(store().due(FAR, limit)).containsExactlyElementsOf(ids.subList(0, Math.min(limit, 40)));
    }

    @Test
    default void all_that_is_due_in_one_second_is_found() {
        List<String> ids =
                IntStream.range(0, 100).mapToObj(number -> created().id()).toList();

        assertThat(due(EXPIRY)).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    default void a_millisecond_more_or_less_loses_no_payment() {
        for (int milli = -1; milli <= 1; milli++)
            create(fresh(Instant.ofEpochSecond(1_767_268_800).plusMillis(milli)));
        Instant expiry = Instant.ofEpochSecond(1_767_268_800).plus(LIFE);

        assertThat(due(expiry.minusMillis(1))).hasSize(1);
        assertThat(due(expiry.plusMillis(1))).hasSize(3);
    }

    @Test
    default void what_was_looked_at_goes_behind_the_others() {
        Payment first = issued();
        Payment second = canceling(EXPIRY.plusSeconds(1));
        Instant later = EXPIRY.plusSeconds(2);
        assertThat(due(later)).containsExactly(first.id(), second.id());

        claims(first, later, Duration.ofSeconds(5));

        assertThat(due(later)).containsExactly(second.id(), first.id());
    }

    @Test
    default void what_is_due_stays_due_however_often_it_is_looked_at() {
        Payment issued = issued();
        for (int look = 0; look < 5; look++) {
            Instant now = EXPIRY.plusSeconds(5L * look);
            assertThat(claims(issued, now, Duration.ofSeconds(5))).isTrue();
            assertThat(due(now)).containsExactly(issued.id());
        }
    }

    @Test
    default void what_is_not_due_yet_keeps_its_time_when_it_is_looked_at() {
        Payment issued = issued();
        claims(issued, NOW.plusSeconds(10), Duration.ofSeconds(5));

        assertThat(due(EXPIRY.minusSeconds(1))).isEmpty();
        assertThat(due(EXPIRY)).containsExactly(issued.id());
    }

    @Test
    default void a_clock_that_is_ahead_hides_nothing_for_longer_than_until_the_next_look() {
        Payment issued = issued();
        claims(issued, EXPIRY.plus(Duration.ofHours(1)), Duration.ofSeconds(5));
        assertThat(claims(issued, EXPIRY, Duration.ofSeconds(5))).isTrue();

        assertThat(due(EXPIRY)).containsExactly(issued.id());
    }

    @Test
    default void a_change_gives_a_new_place() {
        Payment issued = issued();
        claims(issued, EXPIRY.plusSeconds(60), Duration.ofSeconds(5));
        apply(issued.canceling(Reason.EXPIRED, Cause.CANCEL, EXPIRY.plusSeconds(5)));

        assertThat(due(EXPIRY.plusSeconds(4))).isEmpty();
        assertThat(due(EXPIRY.plusSeconds(5))).containsExactly(issued.id());
    }

    @Test
    default void what_lost_a_race_has_no_place() {
        Payment issued = issued();
        apply(issued.paid(ers(), 2, NOW));
        store().commit(Change.of(issued, issued.canceling(Reason.EXPIRED, Cause.CANCEL, NOW), Cause.SWEEP));

        assertThat(due(FAR)).isEmpty();
    }
}
