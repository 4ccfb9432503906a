package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.PaymentStore.Committed;
import dev.seqrpay.payment.PaymentStore.Event;
import dev.seqrpay.payment.PaymentStore.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of payments must do, whatever it is made of. Payments have names of their own, so that a table can be shared. */
public abstract class PaymentStoreContract {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00.123456Z");
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final Money TEN = Money.of("SEK", "10");

    private PaymentStore store;

    protected abstract PaymentStore store();

    /** The versions of which the payment's outbox has an item. */
    protected abstract List<Integer> outbox(String paymentId);

    @BeforeEach
    void open() {
        store = store();
    }

    private static Invoice invoice() {
        Invoice.Row full = new Invoice.Row(
                "Kräftor & <dill>",
                new BigDecimal("2.500"),
                TEN,
                Money.of("SEK", "5"),
                Money.of("SEK", "2.5"),
                new BigDecimal("12.5"),
                "KGM",
                "SKU-1",
                "7310865004703");
        Invoice.Row bare = new Invoice.Row(null, BigDecimal.ONE, TEN, null, null, null, null, null, null);
        return new Invoice(
                "order-1",
                "Fest \uD83E\uDD9E",
                List.of(full, bare),
                Money.of("SEK", "20"),
                NOW,
                "cashier",
                "footer",
                "https://shop.example/back");
    }

    private static Payment fresh() {
        Payment.Attempt attempt = new Payment.Attempt(1, NOW.plusSeconds(25));
        return Payment.created("pay_" + UUID.randomUUID(), "shop", "terminal", invoice(), NOW, LIFE, attempt);
    }

    private Payment created() {
        Payment payment = fresh();
        store.commit(Change.created(payment));
        return payment;
    }

    private Payment issued() {
        return apply(created().issued("ref-" + UUID.randomUUID(), "HTTP://SEQR.SE/R1", NOW));
    }

    private Payment paid() {
        return apply(issued().paid("ers-" + UUID.randomUUID(), 2, NOW));
    }

    private Payment apply(Payment after) {
        Committed committed = commit(after);
        assertThat(committed.outcome()).isEqualTo(Outcome.APPLIED);
        return committed.payment();
    }

    private Committed commit(Payment after) {
        Payment before = store.find(after.id()).orElseThrow();
        return store.commit(Change.of(before, after, Cause.POLL).answered(0, Duration.ofMillis(7)));
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThat(store.find("pay_none")).isEmpty();
    }

    @Test
    void a_new_payment_reads_as_it_was_written() {
        Payment payment = fresh();

        assertThat(store.commit(Change.created(payment))).isEqualTo(new Committed(Outcome.APPLIED, payment));
        assertThat(store.find(payment.id())).contains(payment);
    }

    @Test
    void what_the_shop_left_out_reads_as_left_out() {
        Invoice bare = new Invoice("o", "t", List.of(invoice().rows().get(1)), TEN, null, null, null, null);
        Payment payment = Payment.created(
                "pay_" + UUID.randomUUID(), "shop", "terminal", bare, NOW, LIFE, new Payment.Attempt(1, NOW));
        store.commit(Change.created(payment));

        assertThat(store.find(payment.id())).contains(payment);
    }

    @Test
    void a_second_creation_loses_and_is_given_the_first() {
        Payment first = created();
        Payment second =
                Payment.created(first.id(), "shop", "terminal", invoice(), NOW, LIFE, new Payment.Attempt(1, NOW));

        assertThat(store.commit(Change.created(second))).isEqualTo(new Committed(Outcome.LOST, first));
        assertThat(store.find(first.id())).contains(first);
    }

    @Test
    void a_second_creation_is_given_what_the_first_has_become() {
        Payment issued = issued();
        Payment late =
                Payment.created(issued.id(), "shop", "terminal", invoice(), NOW, LIFE, new Payment.Attempt(1, NOW));

        assertThat(store.commit(Change.created(late))).isEqualTo(new Committed(Outcome.LOST, issued));
    }

    @Test
    void every_state_reads_as_it_was_written() {
        Payment paid = paid();
        Payment cancelled = apply(apply(issued().ended(State.CANCELING, Reason.EXPIRED, NOW))
                .ended(State.CANCELED, Reason.EXPIRED, NOW.plusSeconds(1)));
        Payment review = apply(issued().ended(State.REVIEW, Reason.MISMATCH, NOW));

        assertThat(store.find(paid.id())).contains(paid);
        assertThat(store.find(cancelled.id())).contains(cancelled);
        assertThat(store.find(review.id())).contains(review);
    }

    @Test
    void a_change_of_an_older_version_loses_and_is_given_the_winner() {
        Payment issued = issued();
        Payment winner = apply(issued.ended(State.CANCELING, Reason.EXPIRED, NOW));

        Committed late = store.commit(Change.of(issued, issued.paid("ers-" + UUID.randomUUID(), 2, NOW), Cause.POLL));

        assertThat(late).isEqualTo(new Committed(Outcome.LOST, winner));
        assertThat(store.find(issued.id())).contains(winner);
    }

    @Test
    void the_loser_leaves_no_trace() {
        Payment issued = issued();
        apply(issued.ended(State.CANCELING, Reason.EXPIRED, NOW));
        String ers = "ers-" + UUID.randomUUID();
        store.commit(Change.of(issued, issued.paid(ers, 2, NOW), Cause.POLL));

        assertThat(store.history(issued.id())).hasSize(3);
        assertThat(commit(issued().paid(ers, 2, NOW)).outcome())
                .as("the loser's reference is free")
                .isEqualTo(Outcome.APPLIED);
    }

    @Test
    void of_many_writers_at_once_one_wins_and_all_others_are_given_its_row() throws Exception {
        Payment issued = issued();
        ExecutorService writers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Committed>> changes = IntStream.range(0, 8)
                    .<Callable<Committed>>mapToObj(i -> () -> store.commit(Change.of(
                            issued, issued.paid("ers-" + UUID.randomUUID(), 2, NOW.plusSeconds(i)), Cause.POLL)))
                    .toList();
            List<Committed> ends = writers.invokeAll(changes).stream()
                    .map(PaymentStoreContract::get)
                    .toList();

            assertThat(ends).filteredOn(Committed::isApplied).hasSize(1);
            assertThat(ends)
                    .extracting(Committed::payment)
                    .containsOnly(store.find(issued.id()).orElseThrow());
        } finally {
            writers.shutdown();
        }
    }

    private static Committed get(Future<Committed> future) {
        try {
            return future.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void an_invoice_reference_belongs_to_one_payment() {
        Payment first = issued();
        Payment second = created();

        Committed taken = commit(second.issued(first.reference(), "HTTP://SEQR.SE/R1", NOW));

        assertThat(taken).isEqualTo(new Committed(Outcome.TAKEN, second));
        assertThat(store.find(second.id())).contains(second);
        assertThat(store.history(second.id())).hasSize(1);
    }

    @Test
    void an_ersReference_belongs_to_one_payment() {
        Payment first = paid();
        Payment second = issued();

        assertThat(commit(second.paid(first.ersReference(), 2, NOW))).isEqualTo(new Committed(Outcome.TAKEN, second));
        assertThat(store.find(second.id())).contains(second);
    }

    @Test
    void the_history_has_one_line_per_change_in_order() {
        Payment paid = paid();

        assertThat(store.history(paid.id()))
                .containsExactly(
                        new Event(1, null, State.CREATED, Cause.CHECKOUT, null, null, NOW),
                        new Event(2, State.CREATED, State.ISSUED, Cause.POLL, 0, 7L, NOW),
                        new Event(3, State.ISSUED, State.PAID, Cause.POLL, 0, 7L, NOW));
    }

    @Test
    void each_change_leaves_something_to_tell_and_a_change_that_lost_nothing() {
        Payment issued = issued();
        Payment paid = apply(issued.paid("ers-" + UUID.randomUUID(), 2, NOW));
        store.commit(Change.of(issued, issued.ended(State.CANCELING, Reason.EXPIRED, NOW), Cause.SWEEP));

        assertThat(outbox(paid.id())).containsExactly(1, 2, 3);
    }

    @Test
    void a_claim_is_given_once_in_an_interval() {
        Payment issued = issued();
        Duration lease = Duration.ofSeconds(5);

        assertThat(store.claim(issued, NOW, lease)).isTrue();
        assertThat(store.claim(issued, NOW, lease)).isFalse();
        assertThat(store.claim(issued, NOW.plusMillis(4999), lease)).isFalse();
        assertThat(store.claim(issued, NOW.plusSeconds(5), lease)).isTrue();
    }

    @Test
    void a_shorter_interval_may_claim_sooner() {
        Payment issued = issued();
        store.claim(issued, NOW, Duration.ofSeconds(5));

        assertThat(store.claim(issued, NOW.plusSeconds(1), Duration.ofSeconds(1)))
                .isTrue();
    }

    @Test
    void a_claim_from_a_clock_that_is_ahead_holds_nobody_up() {
        Payment issued = issued();
        Duration lease = Duration.ofSeconds(5);
        store.claim(issued, NOW.plus(Duration.ofMinutes(5)), lease);

        assertThat(store.claim(issued, NOW, lease)).isTrue();
        assertThat(store.claim(issued, NOW, lease)).isFalse();
    }

    @Test
    void clocks_that_differ_by_less_than_the_interval_share_a_claim() {
        Payment issued = issued();
        Duration lease = Duration.ofSeconds(5);
        store.claim(issued, NOW.plusSeconds(5), lease);

        assertThat(store.claim(issued, NOW, lease)).isFalse();
    }

    @Test
    void after_a_question_that_failed_the_next_may_claim_sooner_but_not_at_once() {
        Payment issued = issued();
        Duration lease = Duration.ofSeconds(5);
        store.claim(issued, NOW, lease);
        store.failed(issued, NOW);

        assertThat(store.claim(issued, NOW.plusMillis(1999), lease)).isFalse();
        assertThat(store.claim(issued, NOW.plusSeconds(2), lease)).isTrue();
        assertThat(store.claim(issued, NOW.plusSeconds(4), lease))
                .as("the second question has not failed")
                .isFalse();
    }

    @Test
    void a_failure_shortens_no_interval_that_is_shorter_than_its_own() {
        Payment issued = issued();
        Duration interval = Duration.ofMillis(250);
        store.claim(issued, NOW, interval);
        store.failed(issued, NOW);

        assertThat(store.claim(issued, NOW.plusMillis(249), interval)).isFalse();
        assertThat(store.claim(issued, NOW.plusMillis(250), interval)).isTrue();
    }

    @Test
    void a_failure_that_is_heard_of_after_the_next_claim_changes_nothing() {
        Payment issued = issued();
        Duration lease = Duration.ofSeconds(5);
        store.claim(issued, NOW, lease);
        store.claim(issued, NOW.plusSeconds(5), lease);
        store.failed(issued, NOW);

        assertThat(store.claim(issued, NOW.plusSeconds(8), lease)).isFalse();
    }

    @Test
    void a_claim_on_an_older_version_is_refused() {
        Payment issued = issued();
        apply(issued.ended(State.CANCELING, Reason.EXPIRED, NOW));

        assertThat(store.claim(issued, NOW, Duration.ofSeconds(5))).isFalse();
    }

    @Test
    void a_claim_does_not_stand_in_the_way_of_a_change() {
        Payment issued = issued();
        store.claim(issued, NOW, Duration.ofSeconds(5));

        assertThat(commit(issued.paid("ers-" + UUID.randomUUID(), 2, NOW)).isApplied())
                .isTrue();
    }

    @Test
    void the_latest_version_of_seqrs_is_remembered_and_an_older_one_is_not() {
        Payment issued = issued();
        store.seen(issued, 3);
        store.seen(issued, 2);

        assertThat(store.find(issued.id()).orElseThrow().seqrVersion()).isEqualTo(3);
        assertThat(commit(store.find(issued.id()).orElseThrow().ended(State.CANCELED, null, NOW))
                        .isApplied())
                .isTrue();
    }

    @Test
    void a_released_attempt_may_be_followed_at_once() {
        Payment created = created();
        store.release(created);

        assertThat(store.find(created.id()).orElseThrow().attempt().leaseUntil())
                .isEqualTo(Instant.EPOCH);
        assertThat(store.find(created.id()).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void what_is_open_is_due_at_its_expiry_and_not_before() {
        Payment issued = issued();

        assertThat(store.due(issued.expiresAt().minusSeconds(1), 1000)).doesNotContain(issued.id());
        assertThat(store.due(issued.expiresAt(), 1000)).contains(issued.id());
    }

    @Test
    void what_is_to_be_cancelled_is_due_at_once() {
        Payment canceling = apply(issued().ended(State.CANCELING, Reason.CANCELED_BY_SHOP, NOW));

        assertThat(store.due(NOW, 1000)).contains(canceling.id());
    }

    @Test
    void what_has_ended_is_never_due() {
        Payment paid = paid();
        Payment failed = apply(created().ended(State.FAILED, Reason.NOT_ISSUED, NOW));

        assertThat(store.due(NOW.plus(Duration.ofDays(9999)), 1000)).doesNotContain(paid.id(), failed.id());
    }

    @Test
    void the_longest_due_comes_first_and_what_was_looked_at_goes_behind() {
        Payment first = issued();
        Payment second = apply(
                issued().ended(State.CANCELING, Reason.EXPIRED, NOW.plus(LIFE).plusSeconds(1)));
        Instant later = NOW.plus(LIFE).plusSeconds(2);
        assertThat(only(store.due(later, 1000), first, second)).containsExactly(first.id(), second.id());

        store.claim(first, later, Duration.ofSeconds(5));

        assertThat(only(store.due(later.plusSeconds(10), 1000), first, second))
                .containsExactly(second.id(), first.id());
    }

    @Test
    void what_is_due_stays_due_however_often_it_is_looked_at() {
        Payment issued = issued();
        store.claim(issued, issued.expiresAt(), Duration.ofSeconds(5));

        assertThat(store.due(issued.expiresAt(), 1000)).contains(issued.id());
    }

    private static List<String> only(List<String> ids, Payment... payments) {
        return ids.stream()
                .filter(id -> List.of(payments).stream()
                        .anyMatch(payment -> payment.id().equals(id)))
                .toList();
    }

    @Test
    void no_more_than_the_limit_are_due() {
        for (int i = 0; i < 5; i++) issued();

        assertThat(store.due(NOW.plus(LIFE), 3)).hasSize(3);
    }

    @Test
    void a_refund_is_stored_with_what_it_reserves() {
        Payment paid = paid();
        Refund refund = Refund.requested("ref_1", paid.id(), TEN, NOW);
        Payment reserved = paid.refunding(paid.refunded(), TEN, NOW);

        assertThat(store.commit(Change.of(paid, reserved, refund)).isApplied()).isTrue();

        assertThat(store.refund(paid.id(), "ref_1")).contains(refund);
        assertThat(store.refunds(paid.id())).containsExactly(refund);
        assertThat(store.find(paid.id())).contains(reserved);
    }

    @Test
    void a_refund_that_loses_the_race_is_not_stored() {
        Payment paid = paid();
        Refund first = Refund.requested("ref_1", paid.id(), TEN, NOW);
        Refund second = Refund.requested("ref_2", paid.id(), TEN, NOW);
        Payment reserved = paid.refunding(paid.refunded(), TEN, NOW);
        store.commit(Change.of(paid, reserved, first));

        assertThat(store.commit(Change.of(paid, reserved, second)).outcome()).isEqualTo(Outcome.LOST);
        assertThat(store.refunds(paid.id())).containsExactly(first);
    }

    @Test
    void a_refund_is_due_until_its_answer_is_stored() {
        Payment paid = paid();
        Refund refund = Refund.requested("ref_1", paid.id(), TEN, NOW);
        Payment reserved = paid.refunding(paid.refunded(), TEN, NOW);
        store.commit(Change.of(paid, reserved, refund));
        assertThat(store.due(NOW.plus(Refunds.ABANDONED).minusSeconds(1), 1000)).doesNotContain(paid.id());
        assertThat(store.due(NOW.plus(Refunds.ABANDONED), 1000)).contains(paid.id());

        Refund settled = refund.settled("ers-r");
        store.commit(Change.of(reserved, reserved.refunding(TEN, paid.reserved(), NOW), settled));

        assertThat(store.due(NOW.plus(Refunds.ABANDONED), 1000)).doesNotContain(paid.id());
        assertThat(store.refund(paid.id(), "ref_1")).contains(settled);
    }

    @Test
    void what_was_written_twice_was_written_once() {
        Payment payment = fresh();
        store.commit(Change.created(payment));

        assertThat(store.commit(Change.created(payment)).payment()).isEqualTo(payment);
        assertThat(store.history(payment.id())).hasSize(1);
    }
}
