package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SweepTest {
    private final Shop shop = new Shop();

    private Sweep.Result sweep() {
        return shop.sweep.run(shop.instant().plusSeconds(30));
    }

    @Test
    void what_is_not_stale_is_left_alone() {
        shop.issued();

        assertThat(sweep().looked()).isZero();
        assertThat(shop.seqr.calls).isEmpty();
    }

    @Test
    void a_stale_payment_that_was_paid_is_captured_and_not_cancelled() {
        Payment payment = shop.issued();
        shop.pass(Shop.LIFE);
        shop.seqr.saysPaid(2, "ers-1").saysPaid(2, "ers-1");

        sweep();

        assertThat(shop.now(payment).state()).isEqualTo(State.PAID);
        assertThat(shop.seqr.calls).noneMatch(call -> call.startsWith("cancel"));
    }

    @Test
    void a_stale_payment_is_asked_about_first_then_cancelled_then_asked_about_again() {
        Payment payment = shop.issued();
        shop.pass(Shop.LIFE);
        shop.seqr.says("ISSUED", 1).agrees().says("CANCELED", 2);

        sweep();

        assertThat(shop.now(payment).state()).isEqualTo(State.CANCELED);
        assertThat(shop.now(payment).reason()).isEqualTo(Reason.EXPIRED);
        assertThat(shop.seqr.calls)
                .containsExactly("getPaymentStatus 1001 v0", "cancelInvoice 1001", "getPaymentStatus 1001 v0");
        assertThat(sweep().looked()).isZero();
    }

    @Test
    void while_seqr_is_away_nothing_is_decided() {
        Payment payment = shop.issued();
        shop.pass(Shop.LIFE);
        shop.seqr.isSilent();

        assertThat(sweep()).isEqualTo(new Sweep.Result(1, 1));
        assertThat(shop.now(payment).state()).isEqualTo(State.ISSUED);
    }

    @Test
    void one_that_fails_does_not_stop_the_others() {
        shop.issued();
        shop.seqr.issues("1002");
        Payment second = shop.checkout("b");
        shop.seqr.calls.clear();
        shop.pass(Shop.LIFE);
        shop.seqr.isSilent().says("CANCELED", 2);

        assertThat(sweep()).isEqualTo(new Sweep.Result(2, 1));
        assertThat(shop.seqr.calls).hasSize(2);
        assertThat(shop.store.find(shop.ids.payment("shop", "a")).orElseThrow().state() == State.CANCELED
                        ^ shop.now(second).state() == State.CANCELED)
                .isTrue();
    }

    @Test
    void a_cancel_that_was_refused_is_tried_again_until_seqr_decides() {
        Payment payment = shop.issued();
        shop.seqr.answers(51).says("ISSUED", 1);
        shop.cancellation.cancel(payment.id(), Reason.CANCELED_BY_SHOP, Cause.CANCEL);
        shop.pass(Duration.ofMinutes(1));
        shop.seqr.says("ISSUED", 1).agrees().says("CANCELED", 2);

        sweep();

        assertThat(shop.now(payment).state()).isEqualTo(State.CANCELED);
        assertThat(shop.now(payment).reason()).isEqualTo(Reason.CANCELED_BY_SHOP);
    }

    @Test
    void what_seqr_neither_cancels_nor_decides_ends_with_a_person() {
        Payment payment = shop.issued();
        shop.pass(Shop.LIFE);
        for (int minute = 0; minute <= 4 && shop.now(payment).state() != State.REVIEW; minute++) {
            shop.seqr.says("RESERVED", 1).answers(51).says("RESERVED", 1);
            sweep();
            shop.pass(Duration.ofMinutes(1));
        }

        assertThat(shop.now(payment).state()).isEqualTo(State.REVIEW);
        assertThat(shop.now(payment).reason()).isEqualTo(Reason.UNDECIDED);
    }

    @Test
    void a_cancel_that_another_function_began_is_given_up_only_when_a_minute_has_passed_by_any_clock() {
        Payment payment = shop.issued();
        shop.pass(Shop.LIFE);
        shop.seqr.says("ISSUED", 1).answers(51).says("ISSUED", 1);
        shop.onlooker.look(payment.id(), Cause.POLL);
        shop.pass(Duration.ofMinutes(11));
        shop.seqr.says("ISSUED", 1).answers(51).says("ISSUED", 1);
        sweep();
        assertThat(shop.now(payment).state()).isEqualTo(State.CANCELING);

        shop.pass(Duration.ofMinutes(1));
        shop.seqr.says("ISSUED", 1).answers(51).says("ISSUED", 1);
        sweep();
        assertThat(shop.now(payment).reason()).isEqualTo(Reason.UNDECIDED);
    }

    @Test
    void what_is_being_paid_at_the_first_look_after_an_outage_is_captured() {
        Payment payment = shop.issued();
        shop.pass(Shop.LIFE.plusHours(1));
        shop.seqr.says("ISSUED", 1).answers(51).says("ISSUED", 1);
        sweep();
        assertThat(shop.now(payment).state()).isEqualTo(State.CANCELING);
        shop.seqr.saysPaid(2, "ers-1").saysPaid(2, "ers-1");

        shop.watch(Watch.PERIOD);

        assertThat(shop.now(payment).state()).isEqualTo(State.PAID);
    }

    @Test
    void what_seqr_does_not_know_ends_with_a_person_and_what_it_does_not_answer_waits() {
        Payment payment = shop.issued();
        shop.pass(Shop.LIFE.plusMinutes(2).plusMillis(1));
        shop.seqr.answers(20).answers(94).isSilent().answers(54);
        for (int failure = 0; failure < 3; failure++) {
            assertThat(sweep()).isEqualTo(new Sweep.Result(1, 1));
            shop.pass(Settlement.AFTER_FAILURE);
        }
        assertThat(shop.now(payment).state()).isEqualTo(State.ISSUED);

        assertThat(sweep()).isEqualTo(new Sweep.Result(1, 0));
        assertThat(shop.now(payment).state()).isEqualTo(State.REVIEW);
    }

    @Test
    void what_seqr_answers_for_is_over_two_sweeps_and_a_minute_after_its_expiry_however_often_it_is_asked_about() {
        Payment payment = shop.issued();
        shop.pass(Shop.LIFE);
        for (int second = 1; second <= 180; second++) {
            for (int answer = 0; answer < 6; answer++) shop.seqr.says("RESERVED", 1);
            shop.watch(Duration.ofSeconds(1));
            shop.settle(payment);
            if (second % 60 == 0) sweep();
            shop.seqr.forgetsTheRest();
        }

        assertThat(shop.now(payment).state()).isEqualTo(State.REVIEW);
    }

    @Test
    void a_checkout_that_never_got_its_invoice_fails_and_its_orphan_is_not_asked_about() {
        shop.seqr.isSilent();
        try {
            shop.checkout("a");
        } catch (CheckoutRefused expected) {
            shop.seqr.calls.clear();
        }
        shop.pass(Shop.LIFE);

        sweep();

        assertThat(shop.store.find(shop.ids.payment("shop", "a")).orElseThrow().reason())
                .isEqualTo(Reason.NOT_ISSUED);
        assertThat(shop.seqr.calls).isEmpty();
    }

    @Test
    void it_stops_in_time_and_leaves_the_rest_to_the_next() {
        shop.issued();
        shop.pass(Shop.LIFE);

        assertThat(shop.sweep.run(shop.instant()).looked()).isZero();
    }
}
