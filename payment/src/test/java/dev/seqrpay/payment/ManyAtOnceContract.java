package dev.seqrpay.payment;

import static dev.seqrpay.payment.StoreFixture.ers;
import static dev.seqrpay.payment.StoreFixture.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.PaymentStore.Committed;
import dev.seqrpay.payment.PaymentStore.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

interface ManyAtOnceContract extends StoreFixture {
    /** What all of them get who begin together. */
    static <T> List<T> atOnce(int count, IntFunction<T> work) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(count);
        try {
            CyclicBarrier start = new CyclicBarrier(count);
            List<Callable<T>> works = IntStream.range(0, count)
                    .<Callable<T>>mapToObj(number -> () -> {
                        start.await();
                        return work.apply(number);
                    })
                    .toList();
            return workers.invokeAll(works).stream()
                    .map(ManyAtOnceContract::get)
                    .toList();
        } finally {
            workers.shutdown();
        }
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void assertOneWon(String id, List<Committed> ends) {
        assertThat(ends).filteredOn(Committed::isApplied).hasSize(1);
        assertThat(ends)
                .extracting(Committed::payment)
                .containsOnly(store().find(id).orElseThrow());
        assertWhole(id);
    }

    @Test
    default void of_many_writers_one_wins_and_all_others_are_given_its_row() throws Exception {
        Payment issued = issued();

        assertOneWon(issued.id(), atOnce(8, number -> store().commit(
                        Change.of(issued, issued.paid(ers(), 2, NOW.plusSeconds(number)), Cause.POLL))));
    }

    @Test
    default void of_two_writers_of_the_same_one_wins_every_time() throws Exception {
        for (int round = 0; round < 20; round++) {
            Payment issued = issued();
            Change same = Change.of(issued, issued.ended(State.CANCELED, Reason.EXPIRED, NOW), Cause.SWEEP);

            assertOneWon(issued.id(), atOnce(2, number -> store().commit(same)));
        }
    }

    @Test
    default void of_many_creations_one_wins_and_all_others_are_given_its_row() throws Exception {
        String id = fresh().id();

        assertOneWon(id, atOnce(8, number -> store().commit(
                        creation(fresh(id, "terminal", SampleOrders.full(), NOW.plusMillis(number))))));
    }

    @Test
    default void of_many_who_want_one_invoice_one_gets_it() throws Exception {
        List<Payment> payments =
                IntStream.range(0, 8).mapToObj(number -> created()).toList();

        List<Committed> ends =
                atOnce(8, number -> commit(payments.get(number).issued("4711", "HTTP://SEQR.SE/R1", NOW)));

        assertThat(ends).extracting(Committed::outcome).containsOnlyOnce(Outcome.APPLIED);
        assertThat(ends).extracting(Committed::outcome).containsOnly(Outcome.APPLIED, Outcome.TAKEN);
        for (Committed end : ends) assertUntouched(end.payment());
    }

    @Test
    default void of_many_claims_one_is_given() throws Exception {
        Payment issued = issued();

        assertThat(atOnce(8, number -> claims(issued, NOW.plusMillis(number), Duration.ofSeconds(5))))
                .containsOnlyOnce(true);
    }

    @Test
    default void claims_and_changes_do_not_disturb_each_other() throws Exception {
        Payment paid = paid();

        atOnce(4, number -> {
            for (int turn = 0; turn < 10; turn++) {
                if (number > 0) claims(stored(paid), NOW.plusSeconds(turn), Duration.ofMillis(1));
                else apply(stored(paid).refunding(paid.refunded(), paid.reserved(), NOW.plusSeconds(turn)));
            }
            return "";
        });

        assertThat(stored(paid).version()).isEqualTo(13);
        assertWhole(paid.id());
    }

    @Test
    default void no_reservation_of_many_gets_lost() throws Exception {
        Payment paid = paid();
        Money part = Money.of("SEK", "1");

        atOnce(4, number -> {
            for (int turn = 0; turn < 5; turn++) reserve(paid, "ref_" + number + "_" + turn, part);
            return "";
        });

        assertThat(stored(paid).reserved()).isEqualTo(Money.of("SEK", "20"));
        assertThat(store().refunds(paid.id())).hasSize(20);
        assertWhole(paid.id());
    }

    private void reserve(Payment paid, String refundId, Money part) {
        Refund refund = Refund.requested(refundId, paid.id(), part, NOW);
        for (Payment now = stored(paid); ; ) {
            Payment after = now.refunding(now.refunded(), now.reserved().plus(part), NOW);
            Committed committed = store().commit(Change.of(now, after, refund));
            if (committed.isApplied()) return;
            now = committed.payment();
        }
    }
}
