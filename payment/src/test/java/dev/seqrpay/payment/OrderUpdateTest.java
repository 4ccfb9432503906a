package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seqrpay.payment.Invoice.LineItems;
import dev.seqrpay.payment.SeqrGateway.InvoiceStatus;
import dev.seqrpay.payment.UpdateRefused.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderUpdateTest {
    private static final Money HUNDRED = ScriptedSeqr.TOTAL;
    private static final Money EIGHTY = Money.of("SEK", "80");
    private static final Money SIXTY = Money.of("SEK", "60");

    private final UseCaseFixture shop = new UseCaseFixture();
    private final Payment payment = shop.issued();

    private static LineItems items(Money total) {
        return new LineItems(
                List.of(new Invoice.Row("Thing", BigDecimal.ONE, total, null, null, null, null, null, null)), total);
    }

    private Payment update(Money total) {
        return shop.orderUpdate.update(shop.now(payment), items(total), UseCaseFixture.ADDRESSES);
    }

    private UpdateRefused refused(Money total) {
        try {
            update(total);
        } catch (UpdateRefused refused) {
            return refused;
        }
        throw new AssertionError("it was not refused");
    }

    /** SEQR says that so much was paid, and hears that we know. */
    private Payment heardPaid(Money total) {
        shop.pass(Duration.ofSeconds(10));
        shop.seqr.says(paid(total)).says(paid(total));
        return shop.settle(payment);
    }

    private static InvoiceStatus paid(ReceiptAmount total) {
        return new InvoiceStatus("PAID", 2, "ers-1", "1001", total);
    }

    private List<Money> totals() {
        return shop.store.history(payment.id()).stream()
                .map(entry -> entry.books().total())
                .toList();
    }

    @Test
    void an_order_that_waits_is_changed_here_and_at_seqr() {
        shop.seqr.agrees();

        Payment changed = update(EIGHTY);

        assertThat(changed).isEqualTo(shop.now(payment));
        assertThat(changed.state()).isEqualTo(State.ISSUED);
        assertThat(changed.invoice().total()).isEqualTo(EIGHTY);
        assertThat(changed.reference()).isEqualTo("1001");
        assertThat(shop.seqr.calls).containsExactly("updateInvoice 1001 80.00 SEK");
        assertThat(totals()).containsExactly(HUNDRED, HUNDRED, EIGHTY);
        assertThat(HistoryAudit.check(payment.id(), changed, shop.store.history(payment.id())))
                .isEmpty();
    }

    @Test
    void who_pays_the_new_amount_has_paid_the_new_order() {
        shop.seqr.agrees();
        update(EIGHTY);

        Payment paid = heardPaid(EIGHTY);

        assertThat(paid.state()).isEqualTo(State.PAID);
        assertThat(paid.invoice().lineItems()).isEqualTo(items(EIGHTY));
        assertThat(paid.purchase().missedTotal()).isNull();
        assertThat(paid.refundable()).isEqualTo(EIGHTY);
    }

    @Test
    void the_checkout_of_before_and_that_of_now_give_the_same_payment() {
        shop.seqr.agrees();
        update(EIGHTY);
        assertThat(shop.checkout("a")).isEqualTo(shop.now(payment));

        Payment paid = heardPaid(EIGHTY);
        assertThat(shop.checkout("a")).isEqualTo(paid);
        assertThatExceptionOfType(CheckoutRefused.class)
                .isThrownBy(() -> shop.checkout.checkout(
                        "shop",
                        "terminal",
                        "a",
                        UseCaseFixture.order("a").with(items(SIXTY)),
                        Terms.DEFAULT,
                        UseCaseFixture.ADDRESSES));
    }

    /** The payer had scanned the code before the change. */
    @Test
    void who_pays_the_old_amount_has_paid_the_old_order_and_the_shop_sees_it() {
        shop.seqr.agrees();
        update(EIGHTY);

        Payment paid = heardPaid(HUNDRED);

        assertThat(paid.state()).isEqualTo(State.PAID);
        assertThat(paid.invoice().lineItems()).isEqualTo(items(HUNDRED));
        assertThat(paid.purchase().missedTotal()).isEqualTo(EIGHTY);
        assertThat(paid.refundable()).isEqualTo(HUNDRED);
        assertThat(totals()).containsExactly(HUNDRED, HUNDRED, EIGHTY, HUNDRED);
        assertThat(HistoryAudit.check(payment.id(), paid, shop.store.history(payment.id())))
                .isEmpty();
    }

    @Test
    void any_of_its_former_amounts_may_be_what_was_paid_and_no_other() {
        shop.seqr.agrees();
        update(EIGHTY);
        shop.seqr.agrees();
        update(SIXTY);

        assertThat(heardPaid(EIGHTY).invoice().lineItems()).isEqualTo(items(EIGHTY));
        assertThat(shop.now(payment).purchase().missedTotal()).isEqualTo(SIXTY);
    }

    @Test
    void another_amount_is_looked_at_by_a_person() {
        shop.seqr.agrees();
        update(EIGHTY);

        assertThat(heardPaid(SIXTY)).returns(State.REVIEW, Payment::state).returns(Reason.MISMATCH, Payment::reason);
    }

    /** Without one it cannot be told which was paid. */
    @Test
    void so_is_a_receipt_without_an_amount_or_with_one_that_cannot_be_read() {
        shop.seqr.agrees();
        update(EIGHTY);

        shop.pass(Duration.ofSeconds(10));
        shop.seqr.says(paid(null)).says(paid(null));
        assertThat(shop.settle(payment).reason()).isEqualTo(Reason.MISMATCH);
    }

    @Test
    void an_amount_that_cannot_be_read_is_none_of_its_amounts() {
        shop.seqr.agrees();
        update(EIGHTY);

        shop.pass(Duration.ofSeconds(10));
        shop.seqr.says(paid(ReceiptAmount.Unreadable.UNREADABLE)).says(paid(ReceiptAmount.Unreadable.UNREADABLE));
        assertThat(shop.settle(payment).reason()).isEqualTo(Reason.MISMATCH);
    }

    @Test
    void other_rows_for_the_same_amount_need_no_amount() {
        LineItems other = new LineItems(
                List.of(new Invoice.Row("Other", BigDecimal.ONE, HUNDRED, null, null, null, null, null, null)),
                HUNDRED);
        shop.seqr.agrees();
        shop.orderUpdate.update(payment, other, UseCaseFixture.ADDRESSES);

        shop.pass(Duration.ofSeconds(10));
        shop.seqr.says(paid(null)).says(paid(null));
        assertThat(shop.settle(payment))
                .returns(State.PAID, Payment::state)
                .satisfies(paid -> assertThat(paid.invoice().lineItems()).isEqualTo(other));
    }

    @ParameterizedTest
    @ValueSource(ints = {49, 11})
    void what_seqr_refuses_is_taken_back_and_either_amount_stays_known(int code) {
        shop.seqr.answers(code).says("ISSUED", 1);

        UpdateRefused refused = refused(EIGHTY);

        assertThat(refused.kind()).isEqualTo(Kind.REFUSED_BY_SEQR);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.payment().invoice().lineItems()).isEqualTo(items(HUNDRED));
        assertThat(shop.now(payment).purchase().former()).containsExactly(items(EIGHTY));
        assertThat(heardPaid(EIGHTY).invoice().total()).isEqualTo(EIGHTY);
    }

    @Test
    void what_seqr_does_not_answer_may_have_been_done_and_is_asked_for_again() {
        shop.seqr.isSilent().says("ISSUED", 1);
        UpdateRefused refused = refused(EIGHTY);
        assertThat(refused.kind()).isEqualTo(Kind.SEQR_UNAVAILABLE);
        assertThat(shop.now(payment).invoice().total()).isEqualTo(EIGHTY);

        shop.seqr.calls.clear();
        shop.seqr.agrees();
        int version = shop.now(payment).version();
        assertThat(update(EIGHTY).version()).isEqualTo(version);
        assertThat(shop.seqr.calls).containsExactly("updateInvoice 1001 80.00 SEK");
    }

    /** Then there is nothing to tell which order SEQR has, and the caller sees what was asked for last. */
    @Test
    void nor_does_it_say_how_the_payment_stands() {
        shop.seqr.isSilent().isSilent();
        UpdateRefused refused = refused(EIGHTY);

        assertThat(refused.kind()).isEqualTo(Kind.SEQR_UNAVAILABLE);
        assertThat(refused.payment()).isEqualTo(shop.now(payment));
        assertThat(refused.payment().invoice().total()).isEqualTo(EIGHTY);
    }

    @Test
    void what_is_refused_is_taken_back_even_if_seqr_says_nothing_more() {
        shop.seqr.answers(49).isSilent();

        assertThat(refused(EIGHTY).payment().invoice().total()).isEqualTo(HUNDRED);
    }

    /** SEQR does not take us for its terminal, which is no word about this order. */
    @Test
    void a_refusal_of_any_order_is_an_outage() {
        shop.seqr.answers(20).says("ISSUED", 1);

        assertThat(refused(EIGHTY).kind()).isEqualTo(Kind.SEQR_UNAVAILABLE);
        assertThat(shop.now(payment).invoice().total()).isEqualTo(HUNDRED);
    }

    /** The payer is at the prompt. */
    @Test
    void a_payment_in_progress_is_a_refusal_of_this_one() {
        shop.seqr.answers(48).says("ISSUED", 1);

        assertThat(refused(EIGHTY).kind()).isEqualTo(Kind.REFUSED_BY_SEQR);
    }

    @Test
    void what_was_not_sent_is_taken_back_and_asked_for_again() {
        shop.seqr.isNotReached().says("ISSUED", 1);

        UpdateRefused refused = refused(EIGHTY);

        assertThat(refused.kind()).isEqualTo(Kind.SEQR_UNAVAILABLE);
        assertThat(refused.payment().invoice().total()).isEqualTo(HUNDRED);
    }

    /** 90 is how SEQR answers when the payer has paid. */
    @ParameterizedTest
    @ValueSource(ints = {90, 48, 58})
    void a_payer_who_was_faster_has_paid_the_old_order(int code) {
        shop.pass(Duration.ofSeconds(10));
        shop.seqr.answers(code).says(paid(HUNDRED)).says(paid(HUNDRED));

        UpdateRefused refused = refused(EIGHTY);

        assertThat(refused.kind()).isEqualTo(Kind.NOT_WAITING);
        assertThat(refused.payment().state()).isEqualTo(State.PAID);
        assertThat(refused.payment().invoice().total()).isEqualTo(HUNDRED);
    }

    /** The notification's function has read the row before the change, and hears SEQR's answer after it. */
    @Test
    void an_answer_that_comes_after_the_change_is_stored_all_the_same() {
        shop.pass(Duration.ofSeconds(10));
        shop.seqr.says(paid(HUNDRED)).says(paid(HUNDRED)).meanwhile(this::changeWithoutSeqr);

        Payment settled = shop.settle(payment);

        assertThat(settled.state()).isEqualTo(State.PAID);
        assertThat(settled.invoice().total()).isEqualTo(HUNDRED);
        assertThat(settled.purchase().missedTotal()).isEqualTo(EIGHTY);
    }

    private void changeWithoutSeqr() {
        Payment issued = shop.now(payment);
        assertThat(shop.store
                        .commit(Change.of(
                                issued, issued.changedBy(new OrderChange(items(EIGHTY)), shop.instant()), Cause.UPDATE))
                        .isApplied())
                .isTrue();
    }

    @Test
    void only_what_waits_can_be_changed() {
        heardPaid(HUNDRED);
        shop.seqr.calls.clear();

        assertThat(refused(EIGHTY).kind()).isEqualTo(Kind.NOT_WAITING);
        assertThat(shop.seqr.calls).isEmpty();
    }

    @Test
    void another_currency_is_another_payment() {
        assertThat(refused(Money.of("EUR", "100")).kind()).isEqualTo(Kind.OTHER_CURRENCY);
        assertThat(shop.seqr.calls).isEmpty();
    }

    @Test
    void its_rows_of_before_and_now_are_as_many_as_an_order_may_have() {
        LineItems many = many(OrderUpdate.MAX_ROWS);
        assertThatExceptionOfType(UpdateRefused.class)
                .isThrownBy(() -> shop.orderUpdate.update(payment, many, UseCaseFixture.ADDRESSES))
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Kind.TOO_MANY_ROWS));

        shop.seqr.agrees();
        shop.orderUpdate.update(payment, many(OrderUpdate.MAX_ROWS - 1), UseCaseFixture.ADDRESSES);
        // back and forth costs nothing
        for (int i = 0; i < 3; i++) {
            shop.seqr.agrees();
            update(HUNDRED);
            shop.seqr.agrees();
            shop.orderUpdate.update(shop.now(payment), many(OrderUpdate.MAX_ROWS - 1), UseCaseFixture.ADDRESSES);
        }
    }

    private static LineItems many(int rows) {
        Money one = Money.of("SEK", "1");
        Invoice.Row row = new Invoice.Row(null, BigDecimal.ONE, one, null, null, null, null, null, null);
        return new LineItems(Collections.nCopies(rows, row), Money.of("SEK", String.valueOf(rows)));
    }

    /** Which of the two SEQR hears last decides; both are known. */
    @Test
    void two_changes_at_once_are_made_one_after_the_other() {
        shop.seqr.agrees().meanwhile(() -> {
            shop.seqr.agrees();
            update(SIXTY);
        });

        update(EIGHTY);

        assertThat(shop.now(payment).invoice().total()).isEqualTo(SIXTY);
        assertThat(heardPaid(EIGHTY).purchase().missedTotal()).isEqualTo(SIXTY);
    }

    @Test
    void a_change_that_overtakes_another_is_made_on_top_of_it() {
        Payment read = shop.now(payment);
        shop.seqr.agrees();
        update(SIXTY);
        shop.seqr.agrees();

        Payment changed = shop.orderUpdate.update(read, items(EIGHTY), UseCaseFixture.ADDRESSES);

        assertThat(changed.invoice().total()).isEqualTo(EIGHTY);
        assertThat(changed.purchase().former()).containsExactly(items(SIXTY), items(HUNDRED));
    }
}
