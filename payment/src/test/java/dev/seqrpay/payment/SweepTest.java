package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SweepTest {
    private final UseCaseFixture shop = new UseCaseFixture();

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
        shop.pass(UseCaseFixture.LIFE);
        shop.seqr.saysPaid(2, "ers-1").saysPaid(2, "ers-1");

        sweep();

        assertThat(shop.now(payment).state()).isEqualTo(State.PAID);
        assertThat(shop.seqr.calls).noneMatch(call -> call.startsWith("cancel"));
    }

    @Test
    void a_stale_payment_is_asked_about_first_then_cancelled_then_asked_about_again() {
        Payment payment = shop.issued();
        shop.pass(UseCaseFixture.LIFE);
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
        shop.pass(UseCaseFixture.LIFE);
        shop.seqr.isSilent();

        assertThat(sweep()).isEqualTo(new Sweep.Result(1, 1));
        assertThat(shop.now(payment).state()).isEqualTo(State.CANCELING);
        assertThat(shop.now(payment).reason()).isEqualTo(Reason.EXPIRED);
        assertThat(shop.seqr.calls)
                .as("what is not known to be open is not cancelled")
                .hasSize(1);
    }

    @Test
    void one_that_fails_does_not_stop_the_others() {
        shop.issued();
        shop.seqr.issues("1002");
        Payment second = shop.checkout("b");
        shop.seqr.calls.clear();
        shop.pass(UseCaseFixture.LIFE);
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
        shop.pass(UseCaseFixture.LIFE);
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
        shop.pass(UseCaseFixture.LIFE);
        shop.seqr.says("ISSUED", 1).answers(51).says("ISSUED", 1);
        shop.statusLookup.look(payment.id(), Cause.POLL);
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
        shop.pass(UseCaseFixture.LIFE.plusHours(1));
        shop.seqr.says("ISSUED", 1).answers(51).says("ISSUED", 1);
        sweep();
        assertThat(shop.now(payment).state()).isEqualTo(State.CANCELING);
        shop.seqr.saysPaid(2, "ers-1").saysPaid(2, "ers-1");

        shop.watch(Watch.PERIOD);

        assertThat(shop.now(payment).state()).isEqualTo(State.PAID);
    }

    /** What SEQR may answer for ever, to any question about the payment. */
    static Stream<Arguments> undecided() {
        return Stream.of(
                Arguments.of("54", (UnaryOperator<ScriptedSeqr>) seqr -> seqr.answers(54), 2),
                Arguments.of("91", (UnaryOperator<ScriptedSeqr>) seqr -> seqr.answers(91), 2),
                Arguments.of("a code that is not listed", (UnaryOperator<ScriptedSeqr>) seqr -> seqr.answers(77), 2),
                Arguments.of("an unreadable answer", (UnaryOperator<ScriptedSeqr>) ScriptedSeqr::mumbles, 2),
                Arguments.of("20", (UnaryOperator<ScriptedSeqr>) seqr -> seqr.answers(20), 15),
                Arguments.of("90", (UnaryOperator<ScriptedSeqr>) seqr -> seqr.answers(90), 15),
                Arguments.of("94", (UnaryOperator<ScriptedSeqr>) seqr -> seqr.answers(94), 15),
                Arguments.of("nothing", (UnaryOperator<ScriptedSeqr>) ScriptedSeqr::isSilent, 15));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("undecided")
    void a_payment_that_stays_undecided_ends_with_a_person_for_any_reason(
            String name, UnaryOperator<ScriptedSeqr> answers, int patience) {
        Payment payment = shop.issued();
        shop.pass(UseCaseFixture.LIFE);
        for (int minute = 0; minute <= patience; minute++) {
            answers.apply(shop.seqr);
            assertThat(sweep()).isEqualTo(new Sweep.Result(1, 1));
            assertThat(shop.now(payment).state()).as(minute + " min").isEqualTo(State.CANCELING);
            shop.pass(Duration.ofMinutes(1));
        }
        answers.apply(shop.seqr);
        sweep();

        assertThat(shop.now(payment).state()).isEqualTo(State.REVIEW);
        assertThat(shop.now(payment).reason()).isEqualTo(Reason.UNDECIDED);
        assertThat(shop.seqr.calls).noneMatch(call -> call.startsWith("cancel"));
        assertThat(shop.unanswered).hasSize(patience + 2);
        assertThat(sweep().looked()).isZero();
    }

    @Test
    void the_first_look_after_a_long_time_without_sweeps_is_not_the_last() {
        Payment payment = shop.issued();
        shop.pass(UseCaseFixture.LIFE.plusDays(1));
        shop.seqr.mumbles();
        sweep();
        assertThat(shop.now(payment).state()).isEqualTo(State.CANCELING);
        shop.pass(Duration.ofMinutes(1));
        shop.seqr.saysPaid(2, "ers-1").saysPaid(2, "ers-1");

        sweep();

        assertThat(shop.now(payment).state()).isEqualTo(State.PAID);
    }

    @Test
    void what_stays_unreadable_is_asked_about_more_and_more_rarely_until_a_person_looks() {
        Payment payment = shop.issued();
        shop.pass(UseCaseFixture.LIFE);
        List<Integer> perMinute = new ArrayList<>();
        for (int minute = 0; minute < 4; minute++) {
            for (int second = 0; second < 60; second++) {
                for (int tab = 0; tab < 5; tab++) {
                    shop.seqr.mumbles();
                    shop.statusLookup.look(payment.id(), Cause.POLL);
                }
                shop.seqr.mumbles();
                shop.watch(Duration.ofSeconds(1));
            }
            shop.seqr.mumbles();
            sweep();
            perMinute.add(shop.seqr.calls.size());
            shop.seqr.forgetsTheRest();
        }

        assertThat(shop.now(payment).state()).isEqualTo(State.REVIEW);
        assertThat(perMinute.get(0)).isLessThanOrEqualTo(15);
        assertThat(perMinute.get(1)).as("the sweep's wish makes it new").isLessThanOrEqualTo(15);
        assertThat(perMinute.get(2)).isLessThanOrEqualTo(6);
        assertThat(perMinute.get(3)).isZero();
    }

    @Test
    void a_sweep_asks_and_cancels_though_a_tab_has_just_asked() {
        Payment payment = shop.issued();
        shop.seqr.answers(51).says("ISSUED", 1);
        shop.cancellation.cancel(payment.id(), Reason.CANCELED_BY_SHOP, Cause.CANCEL);
        shop.pass(Duration.ofSeconds(10));
        shop.seqr.says("ISSUED", 1);
        shop.statusLookup.look(payment.id(), Cause.POLL);
        shop.pass(Duration.ofSeconds(1));
        shop.seqr.says("ISSUED", 1).agrees().says("CANCELED", 2);

        sweep();

        assertThat(shop.now(payment).state()).isEqualTo(State.CANCELED);
    }

    @Test
    void what_seqr_answers_for_is_over_two_sweeps_and_a_minute_after_its_expiry_however_often_it_is_asked_about() {
        Payment payment = shop.issued();
        shop.pass(UseCaseFixture.LIFE);
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
        shop.pass(UseCaseFixture.LIFE);

        sweep();

        assertThat(shop.store.find(shop.ids.payment("shop", "a")).orElseThrow().reason())
                .isEqualTo(Reason.NOT_ISSUED);
        assertThat(shop.seqr.calls).isEmpty();
    }

    @Test
    void it_stops_in_time_and_leaves_the_rest_to_the_next() {
        shop.issued();
        shop.pass(UseCaseFixture.LIFE);

        assertThat(shop.sweep.run(shop.instant()).looked()).isZero();
    }
}
