package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.Notifications.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationsTest {
    private final UseCaseFixture shop = new UseCaseFixture();

    @Test
    void it_asks_at_once_and_comes_back_when_the_outcome_is_stored() {
        Payment payment = shop.issued();
        shop.seqr.saysPaid(2, "ers-1").saysPaid(2, "ers-1");

        assertThat(shop.notifications.handle(payment.id())).isEqualTo(Outcome.STORED);
        assertThat(shop.now(payment).state()).isEqualTo(State.PAID);
    }

    @Test
    void it_asks_even_if_a_browser_has_just_asked() {
        Payment payment = shop.issued();
        shop.seqr.says("ISSUED", 1);
        shop.settle(payment);
        shop.pass(Duration.ofMillis(10));
        shop.seqr.saysPaid(2, "ers-1").saysPaid(2, "ers-1");

        Instant notified = shop.instant();
        assertThat(shop.notifications.handle(payment.id())).isEqualTo(Outcome.STORED);
        assertThat(Duration.between(notified, shop.instant())).isLessThan(Duration.ofMillis(500));
    }

    @Test
    void it_asks_again_while_seqr_is_busy() {
        Payment payment = shop.issued();
        shop.seqr.answers(93).isSilent().saysPaid(2, "ers-1").saysPaid(2, "ers-1");

        assertThat(shop.notifications.handle(payment.id())).isEqualTo(Outcome.STORED);
    }

    @Test
    void it_gives_up_before_the_twenty_seconds_are_over_and_says_so() {
        Payment payment = shop.issued();
        Instant start = shop.instant();
        for (int i = 0; i < 20; i++) shop.seqr.isSilent();

        assertThat(shop.notifications.handle(payment.id())).isEqualTo(Outcome.UNANSWERED);
        assertThat(Duration.between(start, shop.instant())).isLessThan(Duration.ofSeconds(17));
        assertThat(shop.now(payment).state()).isEqualTo(State.ISSUED);
    }

    /** In a quarter of a second, then twice that each time, and never later than in two seconds. */
    @Test
    void its_pauses_grow_to_two_seconds() {
        Payment payment = shop.issued();
        List<Long> asked = new ArrayList<>();
        Instant start = shop.instant();
        for (int i = 0; i < 20; i++)
            shop.seqr
                    .isSilent()
                    .meanwhile(() ->
                            asked.add(Duration.between(start, shop.instant()).toMillis()));

        shop.notifications.handle(payment.id());

        assertThat(asked).containsExactly(0L, 250L, 750L, 1750L, 3750L, 5750L, 7750L, 9750L, 11750L, 13750L, 15750L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "claim", "commit"})
    void it_tries_again_while_the_table_is_away(String call) {
        Payment payment = shop.issued();
        for (int turn = 0; turn < 4; turn++) shop.seqr.saysPaid(2, "ers-1").saysPaid(2, "ers-1");
        Instant notified = shop.instant();

        assertThat(notifications(call, 3).handle(payment.id())).isEqualTo(Outcome.STORED);

        assertThat(shop.now(payment).state()).isEqualTo(State.PAID);
        assertThat(Duration.between(notified, shop.instant())).isLessThan(Duration.ofSeconds(4));
        assertThat(shop.unanswered).hasSize(3).allMatch(failure -> failure instanceof StoreUnavailable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "claim", "commit"})
    void it_leaves_a_reminder_when_the_table_stays_away(String call) {
        Payment payment = shop.issued();
        for (int turn = 0; turn < 20; turn++) shop.seqr.saysPaid(2, "ers-1").saysPaid(2, "ers-1");
        Instant notified = shop.instant();

        assertThat(notifications(call, 1000).handle(payment.id())).isEqualTo(Outcome.UNANSWERED);

        assertThat(Duration.between(notified, shop.instant())).isLessThan(Duration.ofSeconds(17));
        assertThat(shop.queue.reminders()).contains(new Reminder.AskAgain(payment.id()));
    }

    private Notifications notifications(String call, int times) {
        PaymentStore away = AwayTable.around(shop.store, Set.of(call), times);
        Settlement settlement = new Settlement(away, shop.seqr, shop);
        return new Notifications(
                settlement, shop.queue, shop, shop::pass, (id, failure) -> shop.unanswered.add(failure));
    }

    @Test
    void a_false_one_costs_three_questions_at_most() {
        Payment payment = shop.issued();
        shop.seqr.says("ISSUED", 1).says("ISSUED", 1).says("ISSUED", 1);

        assertThat(shop.notifications.handle(payment.id())).isEqualTo(Outcome.OPEN);
        assertThat(shop.seqr.calls).hasSize(3);
    }

    @Test
    void the_second_of_two_asks_nothing() {
        Payment paid = shop.paid();

        assertThat(shop.notifications.handle(paid.id())).isEqualTo(Outcome.STORED);
        assertThat(shop.seqr.calls).isEmpty();
    }

    @Test
    void one_that_comes_before_the_reference_is_stored_waits_for_it() {
        shop.seqr.issues("1001").meanwhile(() -> assertThat(shop.notifications.handle(shop.ids.payment("shop", "a")))
                .isEqualTo(Outcome.UNANSWERED));

        assertThat(shop.checkout("a").state()).isEqualTo(State.ISSUED);
    }

    @Test
    void one_for_a_payment_that_is_not_there_is_told_so() {
        assertThat(shop.notifications.handle("pay_none")).isEqualTo(Outcome.NO_SUCH_PAYMENT);
    }
}
