package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefundsTest {
    private final UseCaseFixture shop = new UseCaseFixture();
    private final Payment paid = shop.paid();

    private Refund refund(String key, String amount) {
        return shop.refunds.refund(shop.now(paid), key, RefundRequest.of(Money.of("SEK", amount)));
    }

    private String booked() {
        Payment now = shop.now(paid);
        return now.refunded().decimal() + " back, " + now.reserved().decimal() + " reserved";
    }

    @Test
    void a_part_is_given_back_once_seqr_agrees() {
        shop.seqr.refunds("ers-9");

        Refund refund = refund("a", "30");

        assertThat(refund.state()).isEqualTo(Refund.State.SETTLED);
        assertThat(refund.ersReference()).isEqualTo("ers-9");
        assertThat(booked()).isEqualTo("30.00 back, 0.00 reserved");
    }

    @Test
    void when_it_was_paid_stays_known() {
        shop.pass(Duration.ofDays(3));
        shop.seqr.refunds("ers-9");

        refund("a", "30");

        assertThat(paid.paidAt()).isEqualTo(paid.changedAt());
        assertThat(shop.now(paid).paidAt()).isEqualTo(paid.paidAt()).isBefore(shop.instant());
    }

    @Test
    void while_seqr_is_asked_the_amount_is_reserved_and_not_booked() {
        shop.seqr.refunds("ers-9").meanwhile(() -> assertThat(booked()).isEqualTo("0.00 back, 30.00 reserved"));

        refund("a", "30");
    }

    @Test
    void two_at_once_cannot_exceed_the_payment() {
        shop.seqr.refunds("ers-9").meanwhile(() -> assertThatExceptionOfType(RefundRefused.class)
                .isThrownBy(() -> refund("b", "60"))
                .withMessageContaining("40.00 SEK"));

        refund("a", "60");

        assertThat(booked()).isEqualTo("60.00 back, 0.00 reserved");
    }

    @Test
    void parts_may_sum_to_the_payment_and_not_to_more() {
        shop.seqr.refunds("r1").refunds("r2");
        refund("a", "60");
        refund("b", "40");

        assertThatExceptionOfType(RefundRefused.class).isThrownBy(() -> refund("c", "0.01"));
        assertThat(booked()).isEqualTo("100.00 back, 0.00 reserved");
    }

    @Test
    void what_seqr_refuses_is_not_booked_and_can_be_asked_for_again() {
        shop.seqr.answers(97).refunds("r1");

        assertThat(refund("a", "30").state()).isEqualTo(Refund.State.REJECTED);
        assertThat(booked()).isEqualTo("0.00 back, 0.00 reserved");
        assertThat(refund("b", "100").state()).isEqualTo(Refund.State.SETTLED);
    }

    @Test
    void what_never_came_to_seqr_is_not_done_and_the_same_key_tries_again() {
        shop.seqr.isNotReached().refunds("r1");

        Refund refund = refund("a", "30");

        assertThat(refund.state()).isEqualTo(Refund.State.NOT_DONE);
        assertThat(refund.code()).isNull();
        assertThat(booked()).isEqualTo("0.00 back, 0.00 reserved");
        assertThat(refund("a", "30").state()).isEqualTo(Refund.State.SETTLED);
        assertThat(booked()).isEqualTo("30.00 back, 0.00 reserved");
        assertThat(shop.store.refunds(paid.id())).hasSize(1);
        assertThat(shop.seqr.calls).hasSize(2);
    }

    /** Contract, "Result codes": 93 SYSTEM_BUSY, the system is too busy to begin. */
    @Test
    void what_a_busy_seqr_has_not_begun_is_not_done_as_often_as_it_is_asked_for() {
        shop.seqr.answers(93).answers(93).refunds("r1");

        assertThat(refund("a", "100").state()).isEqualTo(Refund.State.NOT_DONE);
        assertThat(refund("a", "100").code()).isEqualTo(93);
        assertThat(refund("a", "100").state()).isEqualTo(Refund.State.SETTLED);
    }

    @Test
    void what_was_not_done_is_free_for_another_refund_and_then_refused_itself() {
        shop.seqr.isNotReached().refunds("r1");
        refund("a", "60");

        assertThat(refund("b", "100").state()).isEqualTo(Refund.State.SETTLED);
        assertThatExceptionOfType(RefundRefused.class).isThrownBy(() -> refund("a", "60"));
        assertThat(shop.seqr.calls).hasSize(2);
    }

    @Test
    void the_key_of_what_was_not_done_is_still_that_of_its_amount() {
        shop.seqr.isNotReached();
        refund("a", "30");

        assertThatExceptionOfType(RefundRefused.class).isThrownBy(() -> refund("a", "31"));
    }

    @Test
    void of_two_who_try_again_at_once_one_asks_seqr() {
        shop.seqr.isNotReached();
        refund("a", "30");
        shop.seqr.refunds("r1").meanwhile(() -> assertThat(refund("a", "30").state())
                .isEqualTo(Refund.State.REQUESTED));

        assertThat(refund("a", "30").state()).isEqualTo(Refund.State.SETTLED);
        assertThat(shop.seqr.calls).hasSize(2);
        assertThat(booked()).isEqualTo("30.00 back, 0.00 reserved");
    }

    @Test
    void of_a_first_call_whose_answer_got_lost_a_second_that_never_left_says_nothing() {
        shop.seqr.isSilent().isNotReached();

        assertThat(refund("a", "60").state()).isEqualTo(Refund.State.UNKNOWN);
        assertThat(booked()).isEqualTo("0.00 back, 60.00 reserved");
    }

    @Test
    void the_sweep_leaves_a_new_try_to_its_function_however_long_ago_the_first_was() {
        shop.seqr.refunds("r0").meanwhile(() -> {
            throw new OutOfMemoryError("the function dies while SEQR has the call");
        });
        assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> refund("b", "30"));
        shop.seqr.isNotReached();
        refund("a", "60");
        shop.pass(Duration.ofMinutes(13));
        shop.seqr.refunds("r1").meanwhile(() -> {
            shop.pass(Duration.ofMinutes(11));
            shop.sweep.run(shop.instant().plusSeconds(30));
        });

        assertThat(refund("a", "60").state()).isEqualTo(Refund.State.SETTLED);
        assertThat(shop.seqr.calls).hasSize(3);
        assertThat(booked()).isEqualTo("60.00 back, 30.00 reserved");
    }

    @Test
    void a_try_is_later_than_the_one_before_even_if_its_clock_is_not() {
        shop.seqr.isNotReached().isNotReached();
        Refund first = refund("a", "30");

        shop.pass(Duration.ofMinutes(-9));

        assertThat(refund("a", "30").createdAt()).isAfter(first.createdAt());
    }

    @Test
    void the_same_key_refunds_once() {
        shop.seqr.refunds("r1");
        Refund first = refund("a", "30");

        assertThat(refund("a", "30")).isEqualTo(first);
        assertThat(shop.seqr.calls).hasSize(1);
        assertThatExceptionOfType(RefundRefused.class).isThrownBy(() -> refund("a", "31"));
    }

    @Test
    void a_lost_answer_to_less_than_half_is_not_repeated_and_stays_reserved() {
        shop.seqr.isSilent();

        assertThat(refund("a", "50").state()).isEqualTo(Refund.State.UNKNOWN);
        assertThat(shop.seqr.calls).containsExactly("refundPayment 50.00 SEK");
        assertThat(booked()).isEqualTo("0.00 back, 50.00 reserved");
    }

    @Test
    void a_lost_answer_to_more_than_half_is_repeated_because_it_cannot_go_through_twice() {
        shop.seqr.isSilent().refunds("r1");

        assertThat(refund("a", "50.01").state()).isEqualTo(Refund.State.SETTLED);
        assertThat(booked()).isEqualTo("50.01 back, 0.00 reserved");
    }

    @Test
    void refused_as_too_much_the_second_time_means_that_the_first_went_through() {
        shop.seqr.isSilent().answers(98);

        assertThat(refund("a", "100").state()).isEqualTo(Refund.State.SETTLED);
        assertThat(booked()).isEqualTo("100.00 back, 0.00 reserved");
    }

    @Test
    void nothing_is_concluded_from_a_repetition_while_another_refund_is_unknown() {
        shop.seqr.isSilent().isSilent();
        refund("a", "40");

        assertThat(refund("b", "60").state()).isEqualTo(Refund.State.UNKNOWN);
        assertThat(shop.seqr.calls).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 90, 94, 12345})
    void an_answer_that_promises_nothing_is_no_refusal(int code) {
        shop.seqr.answers(code);

        assertThat(refund("a", "10").state()).isEqualTo(Refund.State.UNKNOWN);
        assertThat(booked()).isEqualTo("0.00 back, 10.00 reserved");
    }

    @Test
    void a_refund_whose_handler_died_is_taken_up_by_the_sweep() {
        shop.seqr.refunds("r1").meanwhile(() -> {
            throw new OutOfMemoryError("the function dies while SEQR has the call");
        });
        assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> refund("a", "10"));
        assertThat(refund("a", "10").state()).isEqualTo(Refund.State.REQUESTED);

        shop.pass(Duration.ofMinutes(13));
        shop.sweep.run(shop.instant().plusSeconds(30));

        assertThat(shop.store.refunds(paid.id())).extracting(Refund::state).containsExactly(Refund.State.UNKNOWN);
        assertThat(booked()).isEqualTo("0.00 back, 10.00 reserved");
    }

    @Test
    void two_sweeps_that_take_up_the_same_refund_book_it_once() {
        shop.seqr.refunds("r1").meanwhile(() -> {
            throw new OutOfMemoryError("the function dies while SEQR has the call");
        });
        assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> refund("a", "60"));
        shop.pass(Duration.ofMinutes(13));
        shop.seqr.refunds("r1").meanwhile(() -> {
            shop.seqr.answers(98);
            shop.sweep.run(shop.instant().plusSeconds(30));
        });

        shop.sweep.run(shop.instant().plusSeconds(30));

        assertThat(shop.store.refunds(paid.id())).extracting(Refund::state).containsExactly(Refund.State.SETTLED);
        assertThat(booked()).isEqualTo("60.00 back, 0.00 reserved");
    }

    @Test
    void a_clock_that_is_ten_minutes_ahead_leaves_a_refund_to_its_handler() {
        shop.seqr.refunds("r1").meanwhile(() -> {
            shop.pass(Duration.ofMinutes(11));
            shop.sweep.run(shop.instant().plusSeconds(30));
        });

        assertThat(refund("a", "60").state()).isEqualTo(Refund.State.SETTLED);
        assertThat(shop.seqr.calls).hasSize(1);
    }

    /** The other one is asked for, and ends, while SEQR has the first. */
    @Test
    void of_two_that_fit_each_is_booked_with_what_seqr_answered_to_it() {
        shop.seqr.refunds("ers-a").meanwhile(() -> {
            shop.seqr.refunds("ers-b");
            assertThat(refund("b", "40").ersReference()).isEqualTo("ers-b");
        });

        Refund first = refund("a", "30");

        assertThat(first.state()).isEqualTo(Refund.State.SETTLED);
        assertThat(first.ersReference()).isEqualTo("ers-a");
        assertThat(shop.store.refund(paid.id(), first.id())).contains(first);
        assertThat(booked()).isEqualTo("70.00 back, 0.00 reserved");
    }

    @Test
    void one_that_is_refused_while_another_is_booked_sets_only_its_own_amount_free() {
        shop.seqr.answers(97).meanwhile(() -> {
            shop.seqr.refunds("ers-b");
            refund("b", "40");
        });

        Refund refused = refund("a", "30");

        assertThat(refused.state()).isEqualTo(Refund.State.REJECTED);
        assertThat(refused.code()).isEqualTo(97);
        assertThat(shop.store.refund(paid.id(), refused.id())).contains(refused);
        assertThat(booked()).isEqualTo("40.00 back, 0.00 reserved");
    }

    @Test
    void one_without_an_answer_stays_reserved_when_another_is_booked_meanwhile() {
        shop.seqr.isSilent().meanwhile(() -> {
            shop.seqr.refunds("ers-b");
            refund("b", "40");
        });

        Refund unknown = refund("a", "30");

        assertThat(unknown.state()).isEqualTo(Refund.State.UNKNOWN);
        assertThat(shop.store.refund(paid.id(), unknown.id())).contains(unknown);
        assertThat(booked()).isEqualTo("40.00 back, 30.00 reserved");
    }

    @Test
    void two_lost_answers_say_nothing_and_the_amount_stays_reserved() {
        shop.seqr.isSilent().isSilent();

        assertThat(refund("a", "60").state()).isEqualTo(Refund.State.UNKNOWN);
        assertThat(shop.seqr.calls).hasSize(2);
        assertThat(booked()).isEqualTo("0.00 back, 60.00 reserved");
    }

    @Test
    void one_that_another_overtakes_takes_what_is_left_and_no_more() {
        shop.seqr.refunds("r1").refunds("r2");
        refund("a", "60");

        assertThatExceptionOfType(RefundRefused.class)
                .isThrownBy(() -> shop.refunds.refund(paid, "b", RefundRequest.of(Money.of("SEK", "40.01"))))
                .withMessageContaining("40.00 SEK");
        Refund rest = shop.refunds.refund(paid, "b", RefundRequest.of(Money.of("SEK", "40")));

        assertThat(rest.state()).isEqualTo(Refund.State.SETTLED);
        assertThat(shop.store.refund(paid.id(), rest.id())).contains(rest);
        assertThat(booked()).isEqualTo("100.00 back, 0.00 reserved");
    }

    @Test
    void the_same_key_at_the_same_moment_refunds_once() {
        shop.seqr.refunds("r1");

        Refund second = overtakenBy(() -> refund("a", "30")).refund(paid, "a", RefundRequest.of(Money.of("SEK", "30")));

        assertThat(second.state()).isEqualTo(Refund.State.SETTLED);
        assertThat(second.ersReference()).isEqualTo("r1");
        assertThat(shop.seqr.calls).containsExactly("refundPayment 30.00 SEK");
        assertThat(booked()).isEqualTo("30.00 back, 0.00 reserved");
    }

    @Test
    void the_same_key_at_the_same_moment_for_another_amount_is_refused() {
        shop.seqr.refunds("r1");
        Refunds overtaken = overtakenBy(() -> refund("a", "30"));

        assertThatExceptionOfType(RefundRefused.class)
                .isThrownBy(() -> overtaken.refund(paid, "a", RefundRequest.of(Money.of("SEK", "31"))));
        assertThat(booked()).isEqualTo("30.00 back, 0.00 reserved");
    }

    private Refunds overtakenBy(Runnable other) {
        return new Refunds(BusyTable.before("commit", shop.store, other), shop.seqr, shop.ids, shop);
    }

    @Test
    void a_sweep_takes_up_what_has_no_answer_and_leaves_what_is_settled() {
        shop.seqr.refunds("r1");
        refund("a", "40");
        shop.seqr.refunds("r2").meanwhile(() -> {
            throw new OutOfMemoryError("the function dies while SEQR has the call");
        });
        assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> refund("b", "40"));
        shop.seqr.calls.clear();

        shop.pass(Duration.ofMinutes(13));
        shop.seqr.answers(98);
        shop.sweep.run(shop.instant().plusSeconds(30));

        assertThat(shop.seqr.calls).containsExactly("refundPayment 40.00 SEK");
        assertThat(shop.store.refunds(paid.id()))
                .extracting(Refund::state)
                .containsExactly(Refund.State.SETTLED, Refund.State.SETTLED);
        assertThat(shop.store.refunds(paid.id()).get(0).ersReference()).isEqualTo("r1");
        assertThat(booked()).isEqualTo("80.00 back, 0.00 reserved");
    }

    private void dies() {
        shop.seqr.refunds("r1").meanwhile(() -> {
            throw new OutOfMemoryError("the function dies while SEQR has the call");
        });
        assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> refund("a", "60"));
        shop.seqr.calls.clear();
    }

    private List<Refund.State> sweptAfter(int minutes) {
        shop.pass(Duration.ofMinutes(minutes));
        shop.sweep.run(shop.instant().plusSeconds(30));
        return shop.store.refunds(paid.id()).stream().map(Refund::state).toList();
    }

    @Test
    void while_seqr_is_away_a_sweep_leaves_it_to_the_next_which_learns_how_it_ended() {
        dies();
        shop.seqr.isNotReached().isSilent().answers(93).answers(94).answers(20).answers(98);

        for (int minute = 13; minute < 18; minute++)
            assertThat(sweptAfter(minute == 13 ? 13 : 1)).containsExactly(Refund.State.REQUESTED);
        assertThat(shop.unanswered).hasSize(5);
        assertThat(booked()).isEqualTo("0.00 back, 60.00 reserved");

        assertThat(sweptAfter(1)).containsExactly(Refund.State.SETTLED);
        assertThat(shop.seqr.calls).hasSize(6).containsOnly("refundPayment 60.00 SEK");
        assertThat(booked()).isEqualTo("60.00 back, 0.00 reserved");
    }

    @Test
    void after_a_long_outage_a_person_looks() {
        dies();
        shop.seqr.isNotReached().isNotReached();

        assertThat(sweptAfter(26)).containsExactly(Refund.State.REQUESTED);
        assertThat(sweptAfter(1)).containsExactly(Refund.State.UNKNOWN);
        assertThat(booked()).isEqualTo("0.00 back, 60.00 reserved");
    }

    /** It says nothing of the first try, and will not say anything else in a minute. */
    @Test
    void what_seqr_refuses_the_sweep_is_unknown_at_once() {
        dies();
        shop.seqr.answers(97);

        assertThat(sweptAfter(13)).containsExactly(Refund.State.UNKNOWN);
    }

    @Test
    void who_is_slower_than_a_sweep_is_told_what_the_sweep_has_booked() {
        shop.seqr.refunds("r1").meanwhile(() -> {
            shop.pass(Duration.ofMinutes(13));
            shop.sweep.run(shop.instant().plusSeconds(30));
        });

        Refund told = refund("a", "10");

        assertThat(told.state()).isEqualTo(Refund.State.UNKNOWN);
        assertThat(shop.store.refund(paid.id(), told.id())).contains(told);
        assertThat(booked()).isEqualTo("0.00 back, 10.00 reserved");
    }

    @Test
    void only_a_paid_payment_can_be_refunded_and_only_in_its_currency() {
        UseCaseFixture other = new UseCaseFixture();
        Payment open = other.issued();
        assertThatExceptionOfType(RefundRefused.class)
                .isThrownBy(() -> other.refunds.refund(open, "a", RefundRequest.of(Money.of("SEK", "1"))));
        assertThatExceptionOfType(RefundRefused.class)
                .isThrownBy(() -> shop.refunds.refund(paid, "a", RefundRequest.of(Money.of("EUR", "1"))));
    }
}
