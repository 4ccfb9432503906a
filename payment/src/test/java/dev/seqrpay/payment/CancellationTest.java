package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CancellationTest {
    private final UseCaseFixture shop = new UseCaseFixture();
    private final List<String> calls = new ArrayList<>();

    private Payment cancel(Payment payment) {
        return shop.cancellation
                .cancel(payment.id(), Reason.CANCELED_BY_SHOP, Cause.CANCEL)
                .orElseThrow();
    }

    @Test
    void a_cancel_is_written_down_then_told_then_asked_about() {
        Payment payment = shop.issued();
        shop.seqr.agrees().says("CANCELED", 2);

        Payment cancelled = cancel(payment);

        assertThat(cancelled.state()).isEqualTo(State.CANCELED);
        assertThat(cancelled.reason()).isEqualTo(Reason.CANCELED_BY_SHOP);
        assertThat(shop.seqr.calls).containsExactly("cancelInvoice 1001", "getPaymentStatus 1001 v0");
        assertThat(shop.store.history(payment.id()))
                .extracting(HistoryEntry::to)
                .endsWith(State.CANCELING, State.CANCELED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 50, 51, 54, 90, 93, 95})
    void with_any_answer_of_cancelInvoice_a_payer_who_was_faster_has_paid(int code) {
        Payment payment = shop.issued();
        if (code == 0) shop.seqr.agrees();
        else shop.seqr.answers(code);
        shop.seqr.saysPaid(2, "ers-1").saysPaid(2, "ers-1");

        assertThat(cancel(payment).state()).isEqualTo(State.PAID);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 50, 51, 95})
    void with_any_answer_of_cancelInvoice_an_open_invoice_is_not_taken_for_cancelled(int code) {
        Payment payment = shop.issued();
        if (code == 0) shop.seqr.agrees();
        else shop.seqr.answers(code);
        shop.seqr.says("ISSUED", 1);

        assertThat(cancel(payment).state()).isEqualTo(State.CANCELING);
    }

    @Test
    void a_cancel_without_an_answer_is_not_forgotten() {
        Payment payment = shop.issued();
        shop.seqr.isSilent().isSilent();

        assertThatExceptionOfType(SeqrException.class).isThrownBy(() -> cancel(payment));

        assertThat(shop.now(payment).state()).isEqualTo(State.CANCELING);
        assertThat(shop.store.due(shop.instant(), 10)).containsExactly(payment.id());
    }

    @Test
    void what_has_no_invoice_yet_is_cancelled_without_seqr() {
        shop.seqr.isSilent();
        try {
            shop.checkout("a");
        } catch (CheckoutRefused expected) {
            shop.seqr.calls.clear();
        }
        Payment created = shop.store.find(shop.ids.payment("shop", "a")).orElseThrow();

        assertThat(cancel(created).state()).isEqualTo(State.CANCELED);
        assertThat(shop.seqr.calls).isEmpty();
    }

    @Test
    void a_cancel_that_is_overtaken_by_the_invoice_cancels_the_invoice() {
        shop.seqr.isSilent().issues("1001");
        assertThatExceptionOfType(CheckoutRefused.class).isThrownBy(() -> shop.checkout("a"));
        PaymentStore busy = BusyTable.before("commit", shop.store, () -> shop.checkout("a"));
        shop.seqr.agrees().says("CANCELED", 2);

        Payment cancelled = new Cancellation(busy, shop.seqr, shop.settlement, shop)
                .cancel(shop.ids.payment("shop", "a"), Reason.CANCELED_BY_SHOP, Cause.CANCEL)
                .orElseThrow();

        assertThat(cancelled.state()).isEqualTo(State.CANCELED);
        assertThat(cancelled.reason()).isEqualTo(Reason.CANCELED_BY_SHOP);
        assertThat(shop.seqr.calls)
                .containsExactly("sendInvoice", "sendInvoice", "cancelInvoice 1001", "getPaymentStatus 1001 v0");
        assertThat(shop.now(cancelled)).isEqualTo(cancelled);
    }

    @Test
    void a_cancel_of_no_payment_is_told_so() {
        assertThat(shop.cancellation.cancel("pay_none", Reason.CANCELED_BY_SHOP, Cause.CANCEL))
                .isEmpty();
    }

    @Test
    void a_paid_payment_stays_paid() {
        Payment paid = shop.paid();

        assertThat(cancel(paid)).isEqualTo(paid);
        assertThat(shop.seqr.calls).isEmpty();
    }

    @Test
    void a_hundred_cancels_at_the_prompt_tell_and_ask_seqr_once_in_a_lease() {
        Payment payment = shop.issued();
        for (int second = 0; second < 10; second++) {
            for (int impatient = 0; impatient < 10; impatient++) {
                shop.seqr.answers(51).says("ISSUED", 1);
                assertThat(cancel(payment).state()).isEqualTo(State.CANCELING);
                calls.addAll(shop.seqr.calls);
                shop.seqr.forgetsTheRest();
            }
            shop.pass(Duration.ofSeconds(1));
        }

        assertThat(calls)
                .containsExactly(
                        "cancelInvoice 1001",
                        "getPaymentStatus 1001 v0",
                        "cancelInvoice 1001",
                        "getPaymentStatus 1001 v1");
    }

    @Test
    void a_look_within_the_lease_of_a_cancel_shows_the_row() {
        Payment payment = shop.issued();
        shop.seqr.answers(51).meanwhile(() -> {
            assertThat(cancel(payment).state()).isEqualTo(State.CANCELING);
            assertThat(shop.settle(payment).state()).isEqualTo(State.CANCELING);
            assertThat(shop.statusLookup
                            .look(payment.id(), Cause.PAGE)
                            .orElseThrow()
                            .state())
                    .isEqualTo(State.CANCELING);
        });
        shop.seqr.says("ISSUED", 1);

        assertThat(cancel(payment).state()).isEqualTo(State.CANCELING);
        assertThat(shop.seqr.calls).hasSize(2);
    }

    @Test
    void a_cancel_does_not_wait_for_a_question_that_is_under_way() {
        Payment payment = shop.issued();
        shop.pass(Claim.LEASE);
        shop.seqr.says("ISSUED", 1).meanwhile(() -> assertThat(cancel(payment).state())
                .isEqualTo(State.CANCELED));
        shop.seqr.agrees().says("CANCELED", 2);

        assertThat(shop.settle(payment).state()).isIn(State.ISSUED, State.CANCELED);
        assertThat(shop.now(payment).state()).isEqualTo(State.CANCELED);
    }

    @Test
    void after_a_cancel_without_an_answer_the_next_may_try_after_two_seconds() {
        Payment payment = shop.issued();
        shop.seqr.isSilent().isSilent();
        assertThatExceptionOfType(SeqrException.class).isThrownBy(() -> cancel(payment));

        shop.pass(Claim.AFTER_FAILURE.minusMillis(1));
        assertThat(cancel(payment).state()).isEqualTo(State.CANCELING);
        assertThat(shop.seqr.calls).hasSize(2);

        shop.pass(Duration.ofMillis(1));
        shop.seqr.agrees().says("CANCELED", 2);
        assertThat(cancel(payment).state()).isEqualTo(State.CANCELED);
    }

    @Test
    void cancelling_twice_at_once_ends_once() {
        Payment payment = shop.issued();
        shop.seqr.agrees().meanwhile(() -> assertThat(cancel(payment).state()).isEqualTo(State.CANCELING));
        shop.seqr.says("CANCELED", 2);

        assertThat(cancel(payment).state()).isEqualTo(State.CANCELED);
        assertThat(shop.seqr.hasSaidAll()).isTrue();
        assertThat(shop.store.history(payment.id()))
                .extracting(HistoryEntry::to)
                .containsExactly(State.CREATED, State.ISSUED, State.CANCELING, State.CANCELED);
    }
}
