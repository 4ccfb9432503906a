package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seqrpay.payment.Resolution.Found;
import dev.seqrpay.payment.SeqrGateway.InvoiceStatus;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A person decides, and SEQR's word is held against it. */
class ResolutionTest {
    private static final Decision DECISION = new Decision("support", "it is in SEQR's report");

    private final UseCaseFixture shop = new UseCaseFixture();
    private final Resolution resolution = new Resolution(shop.store, shop.seqr, shop);
    private Payment review;

    @BeforeEach
    void another_amount_was_paid() {
        Payment issued = shop.issued();
        InvoiceStatus other = new InvoiceStatus("PAID", 2, "ers-1", null, Money.of("SEK", "1"));
        shop.seqr.says(other).says(other);
        review = shop.settle(issued);
        assertThat(review.state()).isEqualTo(State.REVIEW);
        shop.seqr.calls.clear();
    }

    private Payment resolve(Found found) {
        return resolution.resolve(shop.now(review), found, DECISION);
    }

    private void refused(Found found, String why) {
        Payment before = shop.now(review);
        assertThatExceptionOfType(ResolutionRefused.class)
                .isThrownBy(() -> resolve(found))
                .withMessageContaining(why);
        assertThat(shop.now(review)).isEqualTo(before);
    }

    @Test
    void it_is_paid_if_seqr_says_so_whatever_the_amount() {
        shop.seqr.says(new InvoiceStatus("PAID", 3, "ers-1", null, Money.of("SEK", "1")));
        Payment paid = resolve(Found.PAID);

        assertThat(paid.state()).isEqualTo(State.PAID);
        assertThat(paid.ersReference()).isEqualTo("ers-1");
        assertThat(paid.seqrVersion()).isEqualTo(3);
        assertThat(shop.now(review)).isEqualTo(paid);
        assertThat(shop.seqr.calls).containsExactly("getPaymentStatus 1001 v0");
    }

    @Test
    void who_decided_and_why_is_in_the_history() {
        shop.seqr.saysPaid(3, "ers-1");
        resolve(Found.PAID);

        List<HistoryEntry> history = shop.store.history(review.id());
        HistoryEntry last = history.get(history.size() - 1);
        assertThat(last.cause()).isEqualTo(Cause.PERSON);
        assertThat(last.decision()).isEqualTo(DECISION);
        assertThat(history.subList(0, history.size() - 1)).allMatch(event -> event.decision() == null);
        assertThat(shop.store.outbox(review.id())).endsWith(last.version());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANCELED", "ISSUED", "FAILED", "EXPIRED", "RESERVED", "SOMETHING"})
    void it_is_not_paid_against_seqrs_word(String word) {
        shop.seqr.says(word, 3);
        refused(Found.PAID, "SEQR says " + word);
    }

    @Test
    void paid_without_a_reference_of_the_money_is_not_enough() {
        shop.seqr.says(new InvoiceStatus("PAID", 3, null, null, null));
        refused(Found.PAID, "SEQR says PAID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANCELED", "FAILED", "EXPIRED"})
    void it_ended_unpaid_if_seqr_says_so_after_a_cancel(String word) {
        shop.seqr.agrees().says(word, 3);
        Payment ended = resolve(Found.NOT_PAID);

        assertThat(ended.state()).isEqualTo(State.CANCELED);
        assertThat(ended.reason()).isEqualTo(Reason.NOT_PAID);
        assertThat(shop.seqr.calls).containsExactly("cancelInvoice 1001", "getPaymentStatus 1001 v0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAID", "ISSUED", "RESERVED", "PENDING_ISSUER_ACKNOWLEDGE", "SOMETHING"})
    void it_did_not_end_unpaid_against_seqrs_word(String word) {
        shop.seqr.answers(50).says(word, 3);
        refused(Found.NOT_PAID, "SEQR says " + word);
    }

    @Test
    void what_the_payer_has_back_needs_no_word_of_seqrs_as_no_document_names_it() {
        Payment ended = resolve(Found.PAID_BACK);

        assertThat(ended.state()).isEqualTo(State.CANCELED);
        assertThat(ended.reason()).isEqualTo(Reason.PAID_BACK);
        assertThat(shop.seqr.calls).isEmpty();
    }

    @Test
    void without_an_answer_of_seqrs_nothing_is_decided() {
        shop.seqr.isSilent();
        assertThatExceptionOfType(SeqrException.class).isThrownBy(() -> resolve(Found.PAID));
        assertThat(shop.now(review)).isEqualTo(review);
    }

    @Test
    void money_that_belongs_to_another_payment_pays_for_no_second_one() {
        shop.seqr.issues("1002");
        Payment other = shop.checkout("b");
        InvoiceStatus paid = new InvoiceStatus("PAID", 2, "ers-9", null, null);
        shop.seqr.says(paid).says(paid);
        shop.settle(other);
        shop.seqr.saysPaid(3, "ers-9");

        refused(Found.PAID, "belongs to another payment");
    }

    @ParameterizedTest
    @EnumSource(Found.class)
    void of_two_decisions_the_first_counts(Found second) {
        resolve(Found.PAID_BACK);
        refused(second, "is CANCELED");
        assertThat(shop.seqr.calls).isEmpty();
    }

    @Test
    void a_decision_that_another_overtakes_is_refused() {
        shop.seqr.saysPaid(3, "ers-1").meanwhile(() -> resolve(Found.PAID_BACK));
        Payment read = review;
        assertThatExceptionOfType(ResolutionRefused.class)
                .isThrownBy(() -> resolution.resolve(read, Found.PAID, DECISION))
                .withMessageContaining("is CANCELED by now");
    }

    @ParameterizedTest
    @CsvSource({"true, SETTLED, 60, 0, 40", "false, REJECTED, 0, 0, 100"})
    void an_unknown_refund_is_booked_or_set_free(
            boolean isGiven, Refund.State state, String refunded, String reserved, String left) {
        UseCaseFixture other = new UseCaseFixture();
        Payment paid = other.paid();
        other.seqr.isSilent().isSilent();
        Refund unknown = other.refunds.refund(paid, "a", RefundRequest.of(Money.of("SEK", "60")));
        assertThat(unknown.state()).isEqualTo(Refund.State.UNKNOWN);

        Resolution people = new Resolution(other.store, other.seqr, other);
        Refund resolved = people.resolveRefund(other.now(paid), unknown.id(), isGiven, null, DECISION);

        assertThat(resolved.state()).isEqualTo(state);
        assertThat(other.store.refund(paid.id(), unknown.id())).contains(resolved);
        Payment now = other.now(paid);
        assertThat(now.refunded()).isEqualTo(Money.of("SEK", refunded));
        assertThat(now.reserved()).isEqualTo(Money.of("SEK", reserved));
        assertThat(now.refundable()).isEqualTo(Money.of("SEK", left));
        assertThatExceptionOfType(ResolutionRefused.class)
                .isThrownBy(() -> people.resolveRefund(other.now(paid), unknown.id(), isGiven, null, DECISION));
    }

    @Test
    void a_refund_whose_outcome_is_known_is_not_decided_again() {
        UseCaseFixture other = new UseCaseFixture();
        Payment paid = other.paid();
        other.seqr.refunds("ers-r");
        Refund settled = other.refunds.refund(paid, "a", RefundRequest.of(Money.of("SEK", "60")));
        Resolution people = new Resolution(other.store, other.seqr, other);
        for (String id : new String[] {settled.id(), "ref_none", ""})
            assertThatExceptionOfType(ResolutionRefused.class)
                    .isThrownBy(() -> people.resolveRefund(other.now(paid), id, false, null, DECISION));
    }
}
