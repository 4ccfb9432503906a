package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusLookupTest {
    private static final Duration SEQRS_PATIENCE = Duration.ofSeconds(20);

    private final UseCaseFixture shop = new UseCaseFixture();

    private Payment look(Payment payment) {
        return shop.statusLookup.look(payment.id(), Cause.POLL).orElseThrow();
    }

    private Payment expired() {
        Payment payment = shop.issued();
        shop.pass(UseCaseFixture.LIFE);
        return payment;
    }

    @Test
    void what_seqr_has_just_issued_is_not_asked_about_for_a_lease() {
        Payment payment = shop.issued();
        shop.pass(Claim.LEASE.minusMillis(1));
        assertThat(look(payment)).isEqualTo(payment);
        assertThat(shop.seqr.calls).isEmpty();

        shop.pass(Duration.ofMillis(1));
        shop.seqr.says("FAILED", 2);
        assertThat(look(payment).state()).isEqualTo(State.FAILED);
    }

    @Test
    void what_was_issued_by_a_clock_that_is_ahead_is_asked_about_all_the_same() {
        Payment payment = shop.issued();
        shop.pass(Duration.ofMinutes(-5));
        shop.seqr.says("FAILED", 2);

        assertThat(look(payment).state()).isEqualTo(State.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"claim", "commit"})
    void shows_the_row_as_it_was_read_while_the_table_gives_no_answer(String call) {
        Payment payment = shop.issued();
        shop.pass(Claim.LEASE);
        shop.seqr.says("FAILED", 2);
        PaymentStore away = AwayTable.around(shop.store, Set.of(call), 1);
        Settlement settlement = new Settlement(away, shop.seqr, shop);
        StatusLookup statusLookup =
                new StatusLookup(away, settlement, new Cancellation(away, shop.seqr, settlement, shop), shop);

        assertThat(statusLookup.look(payment.id(), Cause.POLL)).contains(payment);
        assertThat(shop.now(payment).state()).isEqualTo(State.ISSUED);
    }

    @Test
    void alone_it_captures_a_payment_within_the_twenty_seconds_whenever_the_payer_paid() {
        for (int second = 0; second < 30; second++) {
            UseCaseFixture alone = new UseCaseFixture();
            Payment payment = alone.issued();
            Instant paid = alone.instant().plusSeconds(second);
            while (alone.now(payment).state() == State.ISSUED) {
                alone.pass(Duration.ofSeconds(1));
                alone.seqr.forgetsTheRest();
                if (alone.instant().isAfter(paid))
                    alone.seqr.saysPaid(2, "ers-1").saysPaid(2, "ers-1");
                else alone.seqr.says("ISSUED", 1);
                alone.statusLookup.look(payment.id(), Cause.POLL);
            }
            assertThat(Duration.between(paid, alone.now(payment).changedAt())).isLessThan(SEQRS_PATIENCE.dividedBy(2));
        }
    }

    @Test
    void a_payment_of_thirty_seconds_takes_eight_calls_at_most() {
        Payment payment = shop.issued();
        for (int i = 0; i < 30; i++) shop.seqr.says("ISSUED", 1);
        for (int second = 0; second < 30; second++) {
            look(payment);
            shop.watch(Duration.ofSeconds(1));
        }
        int calls = 1 + shop.seqr.calls.size(); // the first is sendInvoice
        shop.seqr.forgetsTheRest();
        shop.seqr.saysPaid(2, "ers-1").saysPaid(2, "ers-1");

        shop.notifications.handle(payment.id());

        assertThat(shop.now(payment).state()).isEqualTo(State.PAID);
        assertThat(calls + shop.seqr.calls.size()).isLessThanOrEqualTo(8);
    }

    @Test
    void the_first_look_behind_the_expiry_asks_then_cancels_then_asks_again() {
        Payment payment = expired();
        shop.seqr.says("ISSUED", 1).agrees().says("CANCELED", 2);

        Payment ended = look(payment);

        assertThat(ended.state()).isEqualTo(State.CANCELED);
        assertThat(ended.reason()).isEqualTo(Reason.EXPIRED);
        assertThat(shop.seqr.calls)
                .containsExactly("getPaymentStatus 1001 v0", "cancelInvoice 1001", "getPaymentStatus 1001 v0");
        assertThat(look(payment)).isEqualTo(ended);
    }

    @Test
    void nothing_is_cancelled_a_moment_before_the_expiry() {
        Payment payment = shop.issued();
        shop.pass(UseCaseFixture.LIFE.minusMillis(1));
        shop.seqr.says("ISSUED", 1);

        assertThat(look(payment).state()).isEqualTo(State.ISSUED);
        assertThat(shop.seqr.calls).hasSize(1);
    }

    @Test
    void what_was_paid_in_the_last_moment_is_captured_and_not_cancelled() {
        Payment payment = expired();
        shop.seqr.saysPaid(2, "ers-1").saysPaid(2, "ers-1");

        assertThat(look(payment).state()).isEqualTo(State.PAID);
        assertThat(shop.seqr.calls).noneMatch(call -> call.startsWith("cancel"));
    }

    @Test
    void a_payer_who_is_paying_just_then_is_waited_for_and_captured() {
        Payment payment = expired();
        shop.seqr.says("ISSUED", 1).answers(51).says("ISSUED", 1);
        assertThat(look(payment).state()).isEqualTo(State.CANCELING);
        shop.pass(Claim.LEASE);
        shop.seqr.saysPaid(3, "ers-1").saysPaid(3, "ers-1");

        assertThat(look(payment).state()).isEqualTo(State.PAID);
    }

    @Test
    void no_other_look_cancels_while_one_cancels() {
        Payment payment = expired();
        shop.seqr.says("ISSUED", 1).meanwhile(() -> {
            for (int tab = 0; tab < 50; tab++) assertThat(look(payment).state()).isEqualTo(State.ISSUED);
        });
        shop.seqr.agrees().says("CANCELED", 2);

        assertThat(look(payment).state()).isEqualTo(State.CANCELED);
        assertThat(shop.seqr.calls).hasSize(3);
    }

    @Test
    void those_who_look_while_seqr_is_told_to_cancel_are_shown_the_row() {
        Payment payment = expired();
        shop.seqr.says("ISSUED", 1).agrees().meanwhile(() -> {
            for (int tab = 0; tab < 50; tab++) assertThat(look(payment).state()).isEqualTo(State.CANCELING);
        });
        shop.seqr.says("CANCELED", 2);

        assertThat(look(payment).state()).isEqualTo(State.CANCELED);
        assertThat(shop.seqr.calls)
                .filteredOn(call -> call.startsWith("cancel"))
                .hasSize(1);
        assertThat(shop.seqr.calls).hasSize(3);
    }

    @Test
    void without_an_answer_nothing_is_cancelled_and_the_row_is_shown() {
        Payment payment = expired();
        shop.seqr.isSilent();

        assertThat(look(payment)).isEqualTo(payment);
        assertThat(shop.seqr.calls).hasSize(1);
    }

    @Test
    void a_look_within_the_lease_is_a_read_and_no_try_to_claim() {
        Payment payment = shop.issued();
        shop.pass(Claim.LEASE);
        shop.seqr.says("ISSUED", 1);
        look(payment);
        PaymentStore readOnly =
                AwayTable.around(shop.store, Set.of("claim", "commit", "recordNoAnswer", "recordVersion"), 1000);
        Settlement settlement = new Settlement(readOnly, shop.seqr, shop);
        Cancellation cancellation = new Cancellation(readOnly, shop.seqr, settlement, shop);
        StatusLookup statusLookup = new StatusLookup(readOnly, settlement, cancellation, shop);

        for (int second = 0; second < 5; second++) {
            assertThat(statusLookup.look(payment.id(), Cause.POLL).orElseThrow().state())
                    .isEqualTo(State.ISSUED);
            assertThat(settlement
                            .settle(payment.id(), Cause.POLL, Pace.WAITING)
                            .orElseThrow()
                            .state())
                    .as("would throw if it tried")
                    .isEqualTo(State.ISSUED);
            shop.pass(Duration.ofMillis(999));
        }
        assertThat(statusLookup.look(payment.id(), Cause.POLL).orElseThrow().state())
                .as("the table fails: the row is shown")
                .isEqualTo(State.ISSUED);
    }

    @Test
    void a_cancel_without_an_answer_is_shown_as_wanted_and_left_to_the_sweep() {
        Payment payment = expired();
        shop.seqr.says("ISSUED", 1).isSilent().isSilent();

        assertThat(look(payment).state()).isEqualTo(State.CANCELING);
        assertThat(shop.store.due(shop.instant(), 10)).containsExactly(payment.id());
    }

    @Test
    void a_payment_that_is_not_there_is_not_seen() {
        assertThat(shop.statusLookup.look("pay_none", Cause.POLL)).isEmpty();
    }
}
