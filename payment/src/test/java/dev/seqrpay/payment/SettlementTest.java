package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seqrpay.payment.SeqrGateway.InvoiceStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettlementTest {
    private final UseCaseFixture shop = new UseCaseFixture();

    @Test
    void a_paid_invoice_is_acknowledged_with_its_version_before_it_is_stored_as_paid() {
        Payment payment = shop.issued();
        shop.seqr.saysPaid(2, "ers-1").saysPaid(2, "ers-1");

        Payment settled = shop.settle(payment);

        assertThat(settled.state()).isEqualTo(State.PAID);
        assertThat(settled.ersReference()).isEqualTo("ers-1");
        assertThat(settled.paidAt()).isEqualTo(shop.instant());
        assertThat(shop.seqr.calls).containsExactly("getPaymentStatus 1001 v0", "getPaymentStatus 1001 v2");
        assertThat(shop.now(payment)).isEqualTo(settled);
    }

    @Test
    void when_it_was_paid_is_not_when_it_was_issued() {
        Payment payment = shop.issued();
        assertThat(payment.paidAt()).isNull();
        shop.pass(Duration.ofMinutes(3));
        shop.seqr.saysPaid(2, "ers-1").saysPaid(2, "ers-1");

        assertThat(shop.settle(payment).paidAt())
                .isEqualTo(shop.instant())
                .isEqualTo(payment.changedAt().plus(Duration.ofMinutes(3)));
    }

    @Test
    void a_payment_is_not_stored_as_paid_while_the_acknowledgement_got_no_answer() {
        Payment payment = shop.issued();
        shop.seqr.saysPaid(2, "ers-1").isSilent();

        assertThatExceptionOfType(SeqrException.class).isThrownBy(() -> shop.settle(payment));

        assertThat(shop.now(payment).state()).isEqualTo(State.ISSUED);
        assertThat(shop.now(payment).seqrVersion())
                .as("the next question acknowledges")
                .isEqualTo(2);
    }

    @Test
    void an_answer_with_a_new_version_is_written_down_once_and_the_same_again_is_not() {
        Payment payment = shop.issued();
        shop.seqr.says("ISSUED", 1);
        shop.settle(payment);
        assertThat(shop.now(payment).seqrVersion()).isEqualTo(1);
        PaymentStore unwritten = BusyTable.before("recordVersion", shop.store, () -> {
            throw new AssertionError("a write at each poll");
        });
        shop.pass(Claim.LEASE);
        shop.seqr.says("ISSUED", 1);

        assertThat(new Settlement(unwritten, shop.seqr, shop).settle(payment.id(), Cause.POLL, Pace.WAITING))
                .hasValueSatisfying(now -> assertThat(now.seqrVersion()).isEqualTo(1));
    }

    @Test
    void one_question_is_enough_when_its_version_is_the_one_that_came_with_paid() {
        Payment payment = shop.issued();
        shop.seqr.saysPaid(2, "ers-1").isSilent();
        assertThatExceptionOfType(SeqrException.class).isThrownBy(() -> shop.settle(payment));
        shop.pass(Claim.LEASE);
        shop.seqr.calls.clear();
        shop.seqr.saysPaid(2, "ers-1");

        assertThat(shop.settle(payment).state()).isEqualTo(State.PAID);
        assertThat(shop.seqr.calls).containsExactly("getPaymentStatus 1001 v2");
    }

    @Test
    void the_answer_to_the_acknowledgement_counts_and_not_the_one_before_it() {
        Payment payment = shop.issued();
        shop.seqr.saysPaid(2, "ers-1").says("CANCELED", 3);

        assertThat(shop.settle(payment).state()).isEqualTo(State.CANCELED);
    }

    @Test
    void another_amount_goes_to_review_and_never_to_paid() {
        Payment payment = shop.issued();
        InvoiceStatus less = new InvoiceStatus("PAID", 2, "ers-1", "1001", Money.of("SEK", "99.99"));
        shop.seqr.says(less).says(less);

        Payment settled = shop.settle(payment);

        assertThat(settled.state()).isEqualTo(State.REVIEW);
        assertThat(settled.reason()).isEqualTo(Reason.MISMATCH);
    }

    @ParameterizedTest
    @EnumSource(names = {"ISSUED", "CANCELING"})
    void paid_with_an_amount_that_cannot_be_read_goes_to_review_and_is_not_cancelled(State state) {
        Payment payment = shop.issued();
        if (state == State.CANCELING)
            shop.store.commit(
                    Change.of(payment, payment.canceling(Reason.EXPIRED, Cause.CANCEL, shop.instant()), Cause.CANCEL));
        InvoiceStatus unreadable = new InvoiceStatus("PAID", 2, "ers-1", "1001", ReceiptAmount.Unreadable.UNREADABLE);
        shop.seqr.says(unreadable).says(unreadable);

        Payment settled = shop.settle(payment);

        assertThat(settled.state()).isEqualTo(State.REVIEW);
        assertThat(settled.reason()).isEqualTo(Reason.MISMATCH);
        assertThat(shop.seqr.calls).containsExactly("getPaymentStatus 1001 v0", "getPaymentStatus 1001 v2");
    }

    @Test
    void a_receipt_without_an_amount_is_no_reason_to_doubt_what_is_paid() {
        Payment payment = shop.issued();
        InvoiceStatus bare = new InvoiceStatus("PAID", 2, "ers-1", null, null);
        shop.seqr.says(bare).says(bare);

        assertThat(shop.settle(payment).state()).isEqualTo(State.PAID);
    }

    @ParameterizedTest
    @CsvSource({"0, PAID", "18, PAID", "19, PAID", "20, REVIEW", "60, REVIEW", "660, REVIEW", "8640000, PAID"})
    void paid_that_is_heard_when_SEQR_may_have_reversed_it_goes_to_review(long seconds, State expected) {
        Payment payment = shop.issued();
        shop.pass(Duration.ofMinutes(2));
        InvoiceStatus late = new InvoiceStatus(
                "PAID", 2, "ers-1", "1001", ScriptedSeqr.TOTAL, Duration.ofSeconds(seconds), List.of());
        shop.seqr.says(late).says(late);

        Payment settled = shop.settle(payment);

        assertThat(settled.state()).isEqualTo(expected);
        assertThat(settled.reason()).isEqualTo(expected == State.REVIEW ? Reason.HEARD_TOO_LATE : null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100", "10010", "1001 ", " 1001", "01001", "001"})
    void a_reference_that_only_begins_or_ends_as_ours_goes_to_review(String reference) {
        Payment payment = shop.issued();
        InvoiceStatus other = new InvoiceStatus("PAID", 2, "ers-1", reference, ScriptedSeqr.TOTAL);
        shop.seqr.says(other).says(other);

        assertThat(shop.settle(payment).state()).isEqualTo(State.REVIEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.01", "99.99", "100.01", "1000", "10"})
    void an_amount_that_is_less_or_more_goes_to_review(String value) {
        Payment payment = shop.issued();
        InvoiceStatus other = new InvoiceStatus("PAID", 2, "ers-1", "1001", Money.of("SEK", value));
        shop.seqr.says(other).says(other);

        assertThat(shop.settle(payment).state()).isEqualTo(State.REVIEW);
    }

    @Test
    void another_currency_goes_to_review() {
        Payment payment = shop.issued();
        InvoiceStatus euros = new InvoiceStatus("PAID", 2, "ers-1", "1001", Money.of("EUR", "100"));
        shop.seqr.says(euros).says(euros);

        assertThat(shop.settle(payment).state()).isEqualTo(State.REVIEW);
    }

    @Test
    void another_reference_goes_to_review() {
        Payment payment = shop.issued();
        InvoiceStatus other = new InvoiceStatus("PAID", 2, "ers-1", "9999", ScriptedSeqr.TOTAL);
        shop.seqr.says(other).says(other);

        assertThat(shop.settle(payment).state()).isEqualTo(State.REVIEW);
    }

    @Test
    void paid_without_a_reference_of_the_money_goes_to_review() {
        Payment payment = shop.issued();
        shop.seqr.saysPaid(2, null).saysPaid(2, null);

        assertThat(shop.settle(payment).state()).isEqualTo(State.REVIEW);
    }

    @Test
    void one_payment_at_seqr_pays_one_order_only() {
        shop.paid();
        shop.seqr.issues("1002");
        Payment second = shop.checkout("b");
        InvoiceStatus again = new InvoiceStatus("PAID", 2, "ers-1", "1002", ScriptedSeqr.TOTAL);
        shop.seqr.says(again).says(again);

        Payment settled = shop.settle(second);

        assertThat(settled.state()).isEqualTo(State.REVIEW);
        assertThat(settled.reason()).isEqualTo(Reason.DUPLICATE_REFERENCE);
    }

    @Test
    void nor_does_it_pay_a_second_one_that_somebody_wants_cancelled() {
        shop.paid();
        shop.seqr.issues("1002");
        Payment second = shop.checkout("b");
        InvoiceStatus again = new InvoiceStatus("PAID", 2, "ers-1", "1002", ScriptedSeqr.TOTAL);
        shop.seqr.answers(50).says(again).says(again);

        Payment settled = shop.cancellation
                .cancel(second.id(), Reason.CANCELED_BY_SHOP, Cause.CANCEL)
                .orElseThrow();

        assertThat(settled.state()).isEqualTo(State.REVIEW);
        assertThat(settled.reason()).isEqualTo(Reason.DUPLICATE_REFERENCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ISSUED", "RESERVED", "PENDING_ISSUER_ACKNOWLEDGE", "PARTIALLY_PAID", "paid", "SETTLED", "?"})
    void a_word_that_is_open_or_unknown_decides_nothing(String word) {
        Payment payment = shop.issued();
        shop.seqr.says(word, 1);

        assertThat(shop.settle(payment).state()).isEqualTo(State.ISSUED);
        assertThat(shop.now(payment).seqrVersion()).isEqualTo(1);
    }

    @Test
    void cancelled_expired_and_failed_are_told_apart() {
        assertThat(reasonFor("CANCELED")).isEqualTo(Reason.CANCELED_BY_PAYER);
        assertThat(reasonFor("EXPIRED")).isEqualTo(Reason.EXPIRED);
        assertThat(reasonFor("FAILED")).isEqualTo(Reason.FAILED_AT_SEQR);
    }

    private static Reason reasonFor(String word) {
        UseCaseFixture shop = new UseCaseFixture();
        Payment payment = shop.issued();
        shop.seqr.says(word, 2);
        return shop.settle(payment).reason();
    }

    @Test
    void those_who_wait_ask_once_in_a_lease_however_many_they_are() {
        Payment payment = shop.issued();
        shop.seqr.says("ISSUED", 1);
        for (int tab = 0; tab < 50; tab++) shop.settle(payment);
        assertThat(shop.seqr.calls).hasSize(1);

        shop.pass(Claim.LEASE);
        shop.seqr.says("ISSUED", 1);
        for (int tab = 0; tab < 50; tab++) shop.settle(payment);
        assertThat(shop.seqr.calls).hasSize(2);
    }

    @Test
    void a_final_payment_is_not_asked_about() {
        Payment paid = shop.paid();
        shop.pass(Duration.ofHours(1));

        assertThat(shop.settle(paid)).isEqualTo(paid);
        assertThat(shop.seqr.calls).isEmpty();
    }

    @Test
    void the_loser_of_a_race_is_given_the_winners_row() {
        Payment payment = shop.issued();
        shop.seqr.says("FAILED", 2).meanwhile(() -> {
            shop.seqr.calls.clear();
            shop.store.commit(Change.of(
                    payment, payment.ended(State.CANCELED, Reason.CANCELED_BY_PAYER, shop.instant()), Cause.SWEEP));
        });

        assertThat(shop.settle(payment).state()).isEqualTo(State.CANCELED);
        assertThat(shop.now(payment).state()).isEqualTo(State.CANCELED);
    }

    @Test
    void every_change_has_one_line_of_history_and_the_history_folds_to_the_state() {
        Payment paid = shop.paid();

        assertThat(shop.store.history(paid.id()))
                .extracting(HistoryEntry::version, HistoryEntry::from, HistoryEntry::to)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, null, State.CREATED),
                        org.assertj.core.groups.Tuple.tuple(2, State.CREATED, State.ISSUED),
                        org.assertj.core.groups.Tuple.tuple(3, State.ISSUED, State.PAID));
    }
}
