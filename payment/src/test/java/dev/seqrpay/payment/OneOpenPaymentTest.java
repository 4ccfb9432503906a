package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.seqrpay.payment.CheckoutRefused.Kind;
import dev.seqrpay.payment.memory.InMemoryPayments;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a checkout does when its order has a payment already. */
class OneOpenPaymentTest {
    private final UseCaseFixture shop = new UseCaseFixture();

    private Payment checkout(String key, OpenPayment openPayment) {
        return checkout(key, UseCaseFixture.order("a"), openPayment);
    }

    private Payment checkout(String key, Invoice order, OpenPayment openPayment) {
        return shop.checkout.checkout(
                "shop", "terminal", key, order, new Terms(null, openPayment), UseCaseFixture.ADDRESSES);
    }

    private CheckoutRefused refused(String key, OpenPayment openPayment) {
        CheckoutRefused refused = catchThrowableOfType(CheckoutRefused.class, () -> checkout(key, openPayment));
        assertThat(refused).as("the checkout was not refused").isNotNull();
        assertThat(shop.store.find(shop.ids.payment("shop", key))).isEmpty();
        return refused;
    }

    private void assertTaken(CheckoutRefused refused, Payment by) {
        assertThat(refused.kind()).isEqualTo(Kind.ORDER_TAKEN);
        assertThat(refused.payment()).isEqualTo(shop.now(by));
    }

    @Test
    void an_order_that_has_an_open_payment_gets_no_second_one_by_mistake() {
        Payment open = shop.issued();

        assertTaken(refused("b", OpenPayment.REFUSE), open);

        assertThat(shop.seqr.calls).isEmpty();
        assertThat(shop.now(open)).isEqualTo(open);
    }

    @Test
    void the_same_key_is_answered_as_before_with_any_wish_for_the_open_payment() {
        Payment open = shop.issued();

        for (OpenPayment wish : OpenPayment.values())
            assertThat(checkout("a", wish)).isEqualTo(open);
        assertThat(shop.seqr.calls).isEmpty();
    }

    @Test
    void a_key_of_another_order_replaces_nothing() {
        Payment open = shop.issued();
        shop.seqr.issues("1002");
        checkout("b", UseCaseFixture.order("b"), OpenPayment.REFUSE);

        CheckoutRefused refused = catchThrowableOfType(
                CheckoutRefused.class, () -> checkout("b", UseCaseFixture.order("a"), OpenPayment.REPLACE));

        assertThat(refused.kind()).isEqualTo(Kind.KEY_REUSED);
        assertThat(shop.now(open)).isEqualTo(open);
    }

    /** SEQR has taken its time to cancel the other one. */
    @Test
    void the_term_begins_when_the_payment_is_made() {
        shop.issued();
        shop.seqr
                .agrees()
                .meanwhile(() -> shop.pass(Duration.ofSeconds(5)))
                .says("CANCELED", 2)
                .issues("1002");

        Payment next = checkout("b", OpenPayment.REPLACE);

        assertThat(next.createdAt()).isEqualTo(shop.instant());
        assertThat(next.expiresAt()).isEqualTo(shop.instant().plus(UseCaseFixture.LIFE));
    }

    @Test
    void an_open_payment_is_replaced_once_seqr_has_cancelled_it() {
        Payment open = shop.issued();
        shop.seqr.agrees().says("CANCELED", 2).issues("1002");

        Payment next = checkout("b", OpenPayment.REPLACE);

        assertThat(shop.seqr.calls).containsExactly("cancelInvoice 1001", "getPaymentStatus 1001 v0", "sendInvoice");
        assertThat(shop.now(open).state()).isEqualTo(State.CANCELED);
        assertThat(shop.now(open).reason()).isEqualTo(Reason.REPLACED);
        assertThat(next.state()).isEqualTo(State.ISSUED);
        assertThat(shop.store.ofOrder("shop", "a").ids()).containsExactly(next.id(), open.id());
    }

    @Test
    void one_that_the_payer_was_faster_to_pay_stays_and_is_captured() {
        Payment open = shop.issued();
        shop.seqr.answers(50).saysPaid(2, "ers-1").saysPaid(2, "ers-1");

        CheckoutRefused refused = refused("b", OpenPayment.REPLACE);

        assertTaken(refused, open);
        assertThat(refused.payment().state()).isEqualTo(State.PAID);
    }

    @Test
    void nothing_is_made_while_seqr_cannot_say_what_became_of_it() {
        Payment open = shop.issued();
        shop.seqr.answers(51).says("ISSUED", 1);

        CheckoutRefused refused = refused("b", OpenPayment.REPLACE);

        assertThat(refused.kind()).isEqualTo(Kind.REPLACING);
        assertThat(refused.payment().state()).isEqualTo(State.CANCELING);
        assertThat(refused.payment().id()).isEqualTo(open.id());
    }

    @Test
    void nor_while_seqr_is_silent() {
        Payment open = shop.issued();
        shop.seqr.isSilent().isSilent();

        assertThat(catchThrowableOfType(SeqrException.class, () -> checkout("b", OpenPayment.REPLACE)))
                .isNotNull();

        assertThat(shop.store.find(shop.ids.payment("shop", "b"))).isEmpty();
        assertThat(shop.now(open).state()).isEqualTo(State.CANCELING);
    }

    @Test
    void a_payment_of_which_there_is_no_invoice_yet_is_replaced_without_asking_seqr() {
        shop.seqr.isSilent();
        assertThat(catchThrowableOfType(CheckoutRefused.class, () -> shop.checkout("a"))
                        .kind())
                .isEqualTo(Kind.SEQR_UNAVAILABLE);
        shop.seqr.calls.clear();
        assertThat(refused("b", OpenPayment.REFUSE).kind()).isEqualTo(Kind.ORDER_TAKEN);
        shop.seqr.issues("1002");

        assertThat(checkout("b", OpenPayment.REPLACE).reference()).isEqualTo("1002");

        assertThat(shop.seqr.calls).containsExactly("sendInvoice");
        assertThat(shop.store.find(shop.ids.payment("shop", "a")).orElseThrow().reason())
                .isEqualTo(Reason.REPLACED);
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSE", "REPLACE"})
    void what_is_paid_is_not_paid_again(OpenPayment wish) {
        Payment paid = shop.paid();

        assertTaken(refused("b", wish), paid);

        assertThat(shop.seqr.calls).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSE", "REPLACE"})
    void what_a_person_has_to_look_at_may_be_paid(OpenPayment wish) {
        Payment open = shop.issued();
        shop.store.commit(Change.of(open, open.ended(State.REVIEW, Reason.MISMATCH, shop.instant()), Cause.POLL));

        assertTaken(refused("b", wish), open);
    }

    @Test
    void what_was_given_back_in_part_is_paid_and_what_was_given_back_in_full_is_not() {
        Payment paid = shop.paid();
        Money half = Money.of("SEK", "1");
        shop.seqr.refunds("ers-2");
        shop.refunds.refund(paid, "r1", RefundRequest.of(half));
        assertTaken(refused("b", OpenPayment.REPLACE), paid);

        shop.seqr.refunds("ers-3");
        shop.refunds.refund(
                shop.now(paid), "r2", RefundRequest.of(shop.now(paid).refundable()));
        shop.seqr.issues("1002");

        assertThat(checkout("b", OpenPayment.REFUSE).state()).isEqualTo(State.ISSUED);
    }

    @Test
    void a_refund_with_an_unknown_outcome_has_given_nothing_back() {
        Payment paid = shop.paid();
        shop.seqr.isSilent().isSilent();
        shop.refunds.refund(paid, "r1", RefundRequest.of(paid.refundable()));

        assertTaken(refused("b", OpenPayment.REFUSE), paid);
    }

    @Test
    void a_payment_that_ended_unpaid_is_not_in_the_way() {
        Payment open = shop.issued();
        shop.store.commit(Change.of(open, open.ended(State.FAILED, Reason.FAILED_AT_SEQR, shop.instant()), Cause.POLL));
        shop.seqr.issues("1002").agrees().says("CANCELED", 2).issues("1003");

        Payment second = checkout("b", OpenPayment.REFUSE);
        shop.cancellation.cancel(second.id(), Reason.CANCELED_BY_PAYER, Cause.CANCEL);

        assertThat(checkout("c", OpenPayment.REFUSE).reference()).isEqualTo("1003");
    }

    @Test
    void a_second_one_can_be_had_on_purpose() {
        Payment first = shop.paid();
        shop.seqr.issues("1002").issues("1003");

        Payment second = checkout("b", OpenPayment.ALONGSIDE);
        Payment third = checkout("c", OpenPayment.ALONGSIDE);

        assertThat(List.of(second.state(), third.state())).containsOnly(State.ISSUED);
        assertThat(shop.now(first).state()).isEqualTo(State.PAID);
        assertTaken(refused("d", OpenPayment.REFUSE), third);
    }

    @Test
    void all_that_are_open_are_replaced() {
        Payment first = shop.issued();
        shop.seqr.issues("1002");
        Payment second = checkout("b", OpenPayment.ALONGSIDE);
        shop.seqr.agrees().says("CANCELED", 2).agrees().says("CANCELED", 2).issues("1003");

        checkout("c", OpenPayment.REPLACE);

        assertThat(List.of(shop.now(first), shop.now(second)))
                .extracting(Payment::state, Payment::reason)
                .containsOnly(tuple(State.CANCELED, Reason.REPLACED));
    }

    @Test
    void a_replacement_that_took_long_is_sent_away_to_come_back_and_then_goes_straight() {
        shop.issued();
        shop.seqr.agrees().meanwhile(() -> shop.pass(OneOpenPayment.PATIENCE.plus(Duration.ofMillis(1))));
        shop.seqr.says("CANCELED", 2);

        assertThat(refused("b", OpenPayment.REPLACE).kind()).isEqualTo(Kind.IN_PROGRESS);

        shop.seqr.issues("1002");
        assertThat(checkout("b", OpenPayment.REPLACE).reference()).isEqualTo("1002");
    }

    @Test
    void an_expiry_that_cannot_be_had_replaces_nothing() {
        Payment open = shop.issued();
        Terms terms = new Terms(shop.instant(), OpenPayment.REPLACE);

        CheckoutRefused refused = catchThrowableOfType(
                CheckoutRefused.class,
                () -> shop.checkout.checkout(
                        "shop", "terminal", "b", UseCaseFixture.order("a"), terms, UseCaseFixture.ADDRESSES));

        assertThat(refused.kind()).isEqualTo(Kind.EXPIRY);
        assertThat(shop.now(open)).isEqualTo(open);
    }

    /** Between the look at the order and the write of the row. */
    @Test
    void who_is_overtaken_by_another_checkout_of_the_order_sees_its_payment() {
        Overtaken store = new Overtaken(1);
        Payment first = store.overtaking;

        CheckoutRefused refused = catchThrowableOfType(CheckoutRefused.class, () -> store.checkout(OpenPayment.REFUSE));

        assertThat(refused.kind()).isEqualTo(Kind.ORDER_TAKEN);
        assertThat(refused.payment().id()).isEqualTo(first.id());
        assertThat(shop.seqr.calls).isEmpty();
    }

    @Test
    void and_replaces_it_if_that_is_the_wish() {
        Overtaken store = new Overtaken(1);
        shop.seqr.issues("1002");

        assertThat(store.checkout(OpenPayment.REPLACE).state()).isEqualTo(State.ISSUED);

        assertThat(store.find(store.overtaking.id()).orElseThrow().reason()).isEqualTo(Reason.REPLACED);
    }

    @Test
    void who_is_overtaken_again_and_again_may_come_back() {
        CheckoutRefused refused =
                catchThrowableOfType(CheckoutRefused.class, () -> new Overtaken(1000).checkout(OpenPayment.ALONGSIDE));

        assertThat(refused.kind()).isEqualTo(Kind.IN_PROGRESS);
    }

    @Test
    void an_order_of_very_many_payments_is_refused_unless_they_do_not_matter() {
        for (int number = 0; number <= PaymentStore.OfOrder.MOST; number++) {
            shop.seqr.issues("2" + number);
            Payment payment = checkout("n" + number, OpenPayment.ALONGSIDE);
            shop.store.commit(
                    Change.of(payment, payment.ended(State.CANCELED, Reason.EXPIRED, shop.instant()), Cause.SWEEP));
        }

        assertThat(refused("last", OpenPayment.REPLACE).kind()).isEqualTo(Kind.TOO_MANY_PAYMENTS);

        shop.seqr.issues("3000");
        assertThat(checkout("last", OpenPayment.ALONGSIDE).state()).isEqualTo(State.ISSUED);
    }

    /** A table in which somebody else takes the place first, so many times. */
    private final class Overtaken extends InMemoryPayments {
        private int times;
        private Payment overtaking;

        Overtaken(int times) {
            this.times = times;
            overtaking = other();
        }

        private Payment other() {
            Attempt attempt = new Attempt(1, shop.instant());
            return Payment.created(
                    new Purchase(
                            "pay_other" + times,
                            "shop",
                            "terminal",
                            UseCaseFixture.order("a"),
                            shop.instant(),
                            shop.instant().plus(UseCaseFixture.LIFE)),
                    attempt);
        }

        @Override
        public synchronized Committed commit(Change change) {
            if (change.place() != null && times > 0) {
                overtaking = other();
                times--;
                super.commit(Change.created(overtaking, change.place()));
            }
            return super.commit(change);
        }

        Payment checkout(OpenPayment wish) {
            Settlement settlement = new Settlement(this, shop.seqr, shop);
            Cancellation cancellation = new Cancellation(this, shop.seqr, settlement, shop);
            return new Checkout(this, shop.seqr, shop.queue, cancellation, shop.ids, shop, UseCaseFixture.LIFE)
                    .checkout(
                            "shop",
                            "terminal",
                            "b",
                            UseCaseFixture.order("a"),
                            new Terms(null, wish),
                            UseCaseFixture.ADDRESSES);
        }
    }
}
