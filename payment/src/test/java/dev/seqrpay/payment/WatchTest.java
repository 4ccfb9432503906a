package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.Notifications.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchTest {
    private static final Duration SEQRS_PATIENCE = Duration.ofSeconds(20);

    private final UseCaseFixture shop = new UseCaseFixture();

    @Test
    void alone_it_captures_a_payment_within_the_twenty_seconds_whenever_the_payer_paid() {
        for (int second = 0; second < 30; second++) {
            UseCaseFixture alone = new UseCaseFixture();
            Payment payment = alone.issued();
            Instant paid = alone.instant().plusSeconds(second);
            for (int asked = 8; asked < second; asked += 8) alone.seqr.says("ISSUED", 1);
            alone.seqr.saysPaid(2, "ers-1").saysPaid(2, "ers-1");

            alone.watch(Duration.ofSeconds(second).plus(SEQRS_PATIENCE));

            Payment captured = alone.now(payment);
            assertThat(captured.state()).isEqualTo(State.PAID);
            assertThat(Duration.between(paid, captured.changedAt())).isLessThan(SEQRS_PATIENCE.dividedBy(2));
            assertThat(alone.store.history(payment.id()).get(2).cause()).isEqualTo(Cause.WATCH);
        }
    }

    @Test
    void a_seqr_that_takes_six_seconds_is_asked_every_eight_all_the_same() {
        Payment payment = shop.issued();
        List<Instant> asked = new ArrayList<>();
        for (int i = 0; i < 3; i++)
            shop.seqr.says("ISSUED", 1).meanwhile(() -> {
                asked.add(shop.instant());
                shop.pass(Duration.ofMillis(6_200));
            });
        Instant issued = shop.instant();

        shop.watch(Duration.ofSeconds(30));

        assertThat(shop.now(payment).state()).isEqualTo(State.ISSUED);
        assertThat(asked).containsExactly(issued.plusSeconds(8), issued.plusMillis(16_200), issued.plusMillis(24_400));
    }

    @Test
    void a_clock_that_is_put_back_meanwhile_does_not_put_off_the_next_look() {
        shop.issued();
        shop.pass(Duration.ofSeconds(8));
        Reminder first = shop.queue.next(shop.instant()).orElseThrow().reminder();
        shop.seqr.says("ISSUED", 1).meanwhile(() -> shop.pass(Duration.ofMinutes(-4)));

        shop.watch.handle(first);

        assertThat(shop.queue.next(shop.instant().plusSeconds(8))).isPresent();
    }

    @Test
    void it_ends_with_the_payment() {
        Payment payment = shop.issued();
        shop.seqr.says("CANCELED", 2);

        shop.watch(Duration.ofHours(1));

        assertThat(shop.now(payment).state()).isEqualTo(State.CANCELED);
        assertThat(shop.seqr.calls).hasSize(1);
        assertThat(shop.queue.reminders()).isEmpty();
    }

    @Test
    void it_goes_on_behind_the_expiry_while_seqr_still_takes_the_money() {
        Payment payment = shop.issued();
        shop.seqr.saysPaid(2, "ers-1").saysPaid(2, "ers-1");
        shop.pass(UseCaseFixture.LIFE.plusSeconds(1));

        shop.watch(Duration.ZERO);

        assertThat(shop.now(payment).state()).isEqualTo(State.PAID);
    }

    @Test
    void a_question_that_failed_is_asked_again_after_two_seconds() {
        Payment payment = shop.issued();
        shop.seqr.isSilent().answers(94).saysPaid(2, "ers-1").saysPaid(2, "ers-1");

        shop.watch(Duration.ofSeconds(8 + 2 + 2));

        assertThat(shop.now(payment).state()).isEqualTo(State.PAID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "claim", "commit"})
    void a_table_that_gave_no_answer_is_asked_again_after_two_seconds(String call) {
        Payment payment = shop.issued();
        PaymentStore away = AwayTable.around(shop.store, Set.of(call), 2);
        Settlement settlement = new Settlement(away, shop.seqr, shop);
        OrphanInvoices orphans = new OrphanInvoices(away, shop.seqr, shop.queue);
        Watch watch = new Watch(
                settlement, orphans, shop.receipts, shop.queue, shop, (id, failure) -> shop.unanswered.add(failure));
        for (int turn = 0; turn < 3; turn++) shop.seqr.saysPaid(2, "ers-1").saysPaid(2, "ers-1");
        Instant paid = shop.instant();

        while (shop.now(payment).state() == State.ISSUED) {
            TestQueue.Sent next = shop.queue.next(Instant.MAX).orElseThrow();
            shop.pass(Duration.between(shop.instant(), next.due()));
            watch.handle(next.reminder());
        }

        assertThat(shop.now(payment).state()).isEqualTo(State.PAID);
        assertThat(Duration.between(paid, shop.instant())).isLessThan(SEQRS_PATIENCE);
        assertThat(shop.unanswered).hasSize(2);
        assertThat(shop.queue.reminders()).isEmpty();
    }

    @Test
    void replays_of_a_checkout_are_not_watched_a_second_time() {
        shop.issued();

        for (int replay = 0; replay < 5; replay++) shop.checkout("a");

        assertThat(shop.queue.reminders()).hasSize(1);
    }

    @Test
    void a_checkout_that_seqr_did_not_answer_is_not_watched_for_long_and_its_orphan_is_not_asked_about() {
        shop.seqr.isSilent();
        refused();
        shop.seqr.calls.clear();

        shop.watch(Watch.PERIOD);

        assertThat(shop.queue.reminders()).isEmpty();
        assertThat(shop.seqr.calls).isEmpty();
    }

    @Test
    void the_watch_begins_before_the_invoice_is_sent_and_waits_for_it() {
        shop.seqr.issues("1001").meanwhile(() -> {
            shop.watch(Duration.ofSeconds(11));
            assertThat(shop.queue.reminders()).hasSize(1);
        });
        Payment payment = shop.checkout("a");
        shop.seqr.says("CANCELED", 2);

        shop.watch(Watch.SOON);

        assertThat(shop.now(payment).state()).isEqualTo(State.CANCELED);
    }

    @Test
    void a_clock_that_is_ten_minutes_ahead_does_not_end_the_watch_before_there_is_an_invoice() {
        Duration ahead = Duration.ofMinutes(10);
        Settlement settlement =
                new Settlement(shop.store, shop.seqr, () -> shop.instant().plus(ahead));
        OrphanInvoices orphans = new OrphanInvoices(shop.store, shop.seqr, shop.queue);
        Watch early = new Watch(
                settlement,
                orphans,
                shop.receipts,
                shop.queue,
                () -> shop.instant().plus(ahead),
                (id, failure) -> {});
        shop.seqr.issues("1001").meanwhile(() -> {
            shop.pass(Duration.ofSeconds(14));
            early.handle(shop.queue.next(shop.instant()).orElseThrow().reminder());
        });

        Payment payment = shop.checkout("a");

        assertThat(shop.queue.reminders()).containsExactly(new Reminder.KeepWatching(payment.id()));
    }

    @Test
    void no_invoice_is_sent_that_the_queue_does_not_know_of() {
        Checkout unwatched = new Checkout(
                shop.store, shop.seqr, WatchTest::broken, shop.cancellation, shop.ids, shop, UseCaseFixture.LIFE);

        assertThat(failed(() -> unwatched.checkout(
                        "shop", "terminal", "a", UseCaseFixture.order("a"), Terms.DEFAULT, UseCaseFixture.ADDRESSES)))
                .isTrue();
        assertThat(shop.seqr.calls).isEmpty();
    }

    private static void broken(Reminder reminder, Duration delay) {
        throw new IllegalStateException("the queue is away");
    }

    @Test
    void a_notification_that_seqr_did_not_answer_is_taken_up_again_seconds_later() {
        Payment payment = lateNotification();
        shop.seqr.saysPaid(2, "ers-1").saysPaid(2, "ers-1");

        shop.watch(Watch.SOON);

        assertThat(shop.now(payment).state()).isEqualTo(State.PAID);
        assertThat(shop.store.history(payment.id()).get(2).cause()).isEqualTo(Cause.NOTIFICATION);
    }

    @Test
    void a_notification_that_is_not_answered_then_either_is_watched() {
        Payment payment = lateNotification();
        shop.seqr.isSilent().saysPaid(2, "ers-1").saysPaid(2, "ers-1");

        shop.watch(Watch.SOON.multipliedBy(2));

        assertThat(shop.now(payment).state()).isEqualTo(State.PAID);
        assertThat(shop.store.history(payment.id()).get(2).cause()).isEqualTo(Cause.WATCH);
    }

    @Test
    void once_answered_it_leaves_the_rest_to_the_watch() {
        Payment payment = lateNotification();
        shop.seqr.says("ISSUED", 1);

        shop.watch(Watch.SOON);

        assertThat(shop.queue.reminders()).containsExactly(new Reminder.KeepWatching(payment.id()));
    }

    /** The notification has had its time without an answer, and the watch has just been looking. */
    private Payment lateNotification() {
        Payment payment = shop.issued();
        shop.queue.next(Instant.MAX);
        for (int i = 0; i < 20; i++) shop.seqr.isSilent();
        assertThat(shop.notifications.handle(payment.id())).isEqualTo(Outcome.UNANSWERED);
        shop.queue.send(new Reminder.KeepWatching(payment.id()), Watch.PERIOD);
        shop.seqr.forgetsTheRest();
        return payment;
    }

    @Test
    void a_reminder_of_no_payment_ends() {
        shop.watch.handle(new Reminder.KeepWatching("pay_none"));

        assertThat(shop.queue.reminders()).isEmpty();
    }

    @Test
    void questions_are_bounded_by_the_lease_with_any_number_of_tabs_and_reminders() {
        Payment payment = shop.issued();
        for (int twice = 0; twice < 3; twice++) shop.queue.send(new Reminder.KeepWatching(payment.id()), Watch.PERIOD);
        for (int i = 0; i < 60; i++) shop.seqr.says("ISSUED", 1);

        seconds(60, second -> {
            for (int tab = 0; tab < 50; tab++) shop.settle(payment);
        });

        assertThat(shop.seqr.calls).hasSizeLessThanOrEqualTo(60 / 5 + 1);
    }

    @Test
    void questions_that_fail_are_bounded_too() {
        Payment payment = shop.issued();
        for (int i = 0; i < 60; i++) shop.seqr.isSilent();

        seconds(60, second -> {
            for (int tab = 0; tab < 50; tab++) shop.statusLookup.look(payment.id(), Cause.POLL);
        });

        assertThat(shop.seqr.calls).hasSizeLessThanOrEqualTo(60 / 2 + 1);
    }

    /** Each asks once at its own pace, and from then on at the pace of all. */
    @Test
    void questions_that_fail_are_bounded_with_any_number_of_notifications() {
        Payment payment = shop.issued();
        int notifications = 5;
        for (int i = 1; i <= notifications; i++)
            shop.queue.send(new Reminder.AskAgain(payment.id()), Duration.ofMillis(300L * i));
        for (int i = 0; i < 600; i++) shop.seqr.isSilent();

        seconds(60, second -> {});

        assertThat(shop.seqr.calls).hasSizeLessThanOrEqualTo(60 / 2 + 1 + notifications);
    }

    private void seconds(int count, IntConsumer each) {
        for (int second = 0; second < count; second++) {
            each.accept(second);
            shop.watch(Duration.ofSeconds(1));
        }
    }

    private void refused() {
        assertThat(failed(() -> shop.checkout("a"))).isTrue();
    }

    private static boolean failed(Runnable call) {
        try {
            call.run();
            return false;
        } catch (RuntimeException expected) {
            return true;
        }
    }
}
