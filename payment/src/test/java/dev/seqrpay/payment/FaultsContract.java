package dev.seqrpay.payment;

import static dev.seqrpay.payment.StoreFixture.ers;
import static dev.seqrpay.payment.StoreFixture.fresh;
import static dev.seqrpay.payment.StoreFixture.reference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.PaymentStore.Committed;
import dev.seqrpay.payment.PaymentStore.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Calls that are throttled, that get lost on the way there or on the way back, that meet another transaction, and an index
 * that lags: a caller that then does the same again, beginning with the row, gets the result that it would have got at once.
 */
interface FaultsContract extends StoreFixture {
    Duration FIVE = Duration.ofSeconds(5);
    int PATIENCE = 1000;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 25);
    }

    /** As a caller whose call failed: again, a little later. */
    private <T> T again(Supplier<T> call) {
        for (int turn = 0; turn < PATIENCE; turn++)
            try {
                return call.get();
            } catch (RuntimeException e) {
                if (!isFault(e)) throw e;
            }
        throw new AssertionError("never an answer");
    }

    private void again(Runnable call) {
        again(() -> {
            call.run();
            return "";
        });
    }

    /** What is to be done to the payment until it is done, each time on the row as it is. */
    private Payment until(PaymentStore faulty, Payment payment, Predicate<Payment> done, UnaryOperator<Payment> next) {
        return again(() -> {
            Payment now = faulty.find(payment.id()).orElseThrow();
            if (done.test(now)) return now;
            Committed committed = faulty.commit(Change.of(now, next.apply(now), Cause.POLL));
            assertThat(committed.outcome())
                    .as("a caller that gets an answer and is alone has written")
                    .isEqualTo(Outcome.APPLIED);
            return committed.payment();
        });
    }

    private Payment issued(PaymentStore faulty, Payment created) {
        String reference = reference();
        return until(
                faulty,
                created,
                now -> now.state() == State.ISSUED,
                now -> now.issued(reference, "HTTP://SEQR.SE/R1", NOW));
    }

    private Payment paid(PaymentStore faulty, Payment issued) {
        String ers = ers();
        return until(faulty, issued, now -> now.state() == State.PAID, now -> now.paid(ers, 2, NOW));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    default void a_payment_goes_its_whole_way(long seed) {
        PaymentStore faulty = faulty(seed);
        Payment created = fresh();
        Payment stored = again(() -> faulty.commit(creation(created))).payment();
        assertThat(stored).isEqualTo(created.stored(stored.historyHash()));

        Payment paid = paid(faulty, issued(faulty, stored));
        Payment refunded = until(
                faulty, paid, now -> now.version() == 4, now -> now.refunding(TEN, paid.reserved(), now.changedAt()));

        assertUntouched(refunded);
        assertThat(store().history(created.id()))
                .extracting(HistoryEntry::to)
                .containsExactly(State.CREATED, State.ISSUED, State.PAID, State.PAID);
        assertThat(again(() -> faulty.history(created.id()))).isEqualTo(store().history(created.id()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    default void no_payment_is_refused_a_reference_that_it_has(long seed) {
        PaymentStore faulty = faulty(seed);
        List<Payment> both = List.of(created(), created());
        Payment first = issued(faulty, both.get(0));

        Committed second = again(() -> faulty.commit(Change.of(
                both.get(1), both.get(1).issued(first.reference(), "HTTP://SEQR.SE/R1", NOW), Cause.CHECKOUT)));

        assertThat(second).isEqualTo(new Committed(Outcome.TAKEN, both.get(1)));
        assertUntouched(first);
        assertUntouched(both.get(1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    default void nothing_is_given_back_twice_and_no_reservation_is_lost(long seed) {
        Payment paid = paid();
        List<PaymentStore> handlers = List.of(faulty(seed), faulty(seed + 1000));
        Random random = new Random(seed);
        List<String> asked = new ArrayList<>(
                IntStream.range(0, 24).mapToObj(turn -> "ref_" + turn % 8).toList());
        while (!asked.isEmpty()) {
            String key = asked.get(random.nextInt(asked.size()));
            if (refunds(handlers.get(random.nextInt(2)), paid, key)) asked.remove(key);
        }

        assertThat(stored(paid).reserved()).isEqualTo(Money.of("SEK", "8"));
        assertThat(store().refunds(paid.id())).hasSize(8);
        assertThat(stored(paid).version()).isEqualTo(3 + 8);
        assertWhole(paid.id());
    }

    /** One try, as a handler makes it for one Idempotency-Key; whether it was heard that it is done. */
    private boolean refunds(PaymentStore faulty, Payment paid, String key) {
        try {
            if (faulty.refund(paid.id(), key).isPresent()) return true;
            Payment now = faulty.find(paid.id()).orElseThrow();
            Money part = Money.of("SEK", "1");
            Payment after = now.refunding(now.refunded(), now.reserved().plus(part), NOW);
            return faulty.commit(Change.of(now, after, Refund.requested(key, paid.id(), part, NOW)))
                    .isApplied();
        } catch (RuntimeException e) {
            if (!isFault(e)) throw e;
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    default void who_lost_a_race_is_given_the_winner(long seed) {
        Payment issued = issued();
        PaymentStore faulty = faulty(seed);
        Payment winner = apply(issued.canceling(Reason.EXPIRED, Cause.CANCEL, NOW));

        Committed late = again(() -> faulty.commit(Change.of(issued, issued.paid(ers(), 2, NOW), Cause.POLL)));

        assertThat(late).isEqualTo(new Committed(Outcome.LOST, winner));
        assertUntouched(winner);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    default void a_claim_is_never_given_twice_and_again_after_the_interval(long seed) {
        Payment issued = issued();
        PaymentStore faulty = faulty(seed);
        for (int turn = 0; turn < 5; turn++) {
            long given = 0;
            for (int asking = 0; asking < 6; asking++) if (claims(faulty, issued, 6 * turn)) given++;
            assertThat(given).isLessThanOrEqualTo(1);
        }
        assertThat(claims(issued, NOW.plusSeconds(30), FIVE)).isTrue();
        assertUntouched(issued);
    }

    private boolean claims(PaymentStore faulty, Payment issued, int second) {
        try {
            return claims(faulty, issued, NOW.plusSeconds(second), FIVE);
        } catch (RuntimeException e) {
            if (!isFault(e)) throw e;
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    default void what_was_seen_and_released_is_so(long seed) {
        Payment created = created();
        Payment issued = issued();
        PaymentStore faulty = faulty(seed);
        int[] latest = {0};
        for (int version : new int[] {3, 1, 5, 2, 4}) {
            again(() -> faulty.recordVersion(issued, version));
            latest[0] = Math.max(latest[0], version);
            assertThat(stored(issued).seqrVersion()).isEqualTo(latest[0]);
        }
        again(() -> faulty.release(created, attempt(created).withoutEffect()));

        assertThat(attempt(stored(created))).isEqualTo(new Attempt(0, Instant.EPOCH));
        assertWhole(created.id());
        assertWhole(issued.id());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    default void what_is_due_is_listed_in_the_end_and_what_has_ended_is_not(long seed) {
        PaymentStore faulty = faulty(seed);
        Payment ends = created();
        assertThat(inTheEnd(() -> lists(faulty, ends))).isTrue();
        apply(ends.ended(State.FAILED, Reason.NOT_ISSUED, NOW));
        Payment stays = created();

        assertThat(inTheEnd(() -> lists(faulty, stays))).isTrue();
        assertThat(inTheEnd(() -> !lists(faulty, ends))).isTrue();
    }

    private static boolean inTheEnd(BooleanSupplier happens) {
        return IntStream.range(0, PATIENCE).anyMatch(turn -> happens.getAsBoolean());
    }

    private boolean lists(PaymentStore faulty, Payment payment) {
        return again(() -> faulty.due(FAR, 1000)).contains(payment.id());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    default void a_sweep_ends_all_that_is_open_and_leaves_alone_what_has_ended(long seed) {
        PaymentStore faulty = faulty(seed);
        List<Payment> ended = List.of(issued(), issued(), created());
        again(() -> faulty.due(FAR, 1000));
        Payment paid = apply(ended.get(0).paid(ers(), 2, NOW));
        Payment cancelled = apply(ended.get(1).ended(State.CANCELED, Reason.EXPIRED, NOW));
        Payment failed = apply(ended.get(2).ended(State.FAILED, Reason.NOT_ISSUED, NOW));
        List<Payment> open = List.of(issued(), created(), canceling());
        SeqrOfTheStale seqr = new SeqrOfTheStale(store(), EXPIRY);

        for (int turn = 0;
                turn < PATIENCE
                        && !open.stream().allMatch(each -> stored(each).state().isFinal());
                turn++) seqr.sweep(faulty, this::isFault);

        assertThat(open)
                .extracting(each -> stored(each).state())
                .containsExactly(State.CANCELED, State.FAILED, State.CANCELED);
        for (Payment each : open) assertWhole(each.id());
        for (Payment each : List.of(paid, cancelled, failed)) assertUntouched(each);
    }
}
