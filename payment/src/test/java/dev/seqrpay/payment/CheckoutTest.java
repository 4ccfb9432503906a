package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CheckoutTest {
    private final UseCaseFixture shop = new UseCaseFixture();

    @Test
    void a_checkout_ends_with_an_invoice_that_can_be_shown() {
        shop.seqr.issues("1001");

        Payment payment = shop.checkout("a");

        assertThat(payment.state()).isEqualTo(State.ISSUED);
        assertThat(payment.reference()).isEqualTo("1001");
        assertThat(payment.qrCode()).isEqualTo("HTTP://SEQR.SE/R1001");
        assertThat(payment.seqrLink("seqr")).isEqualTo("seqr://SEQR.SE/R1001");
        assertThat(shop.now(payment)).isEqualTo(payment);
    }

    @Test
    void the_same_key_gives_the_same_payment_and_no_second_invoice() {
        shop.seqr.issues("1001");
        Payment first = shop.checkout("a");

        assertThat(shop.checkout("a")).isEqualTo(first);
        assertThat(shop.seqr.calls).hasSize(1);
    }

    @Test
    void the_same_key_for_another_order_is_refused() {
        shop.seqr.issues("1001");
        shop.checkout("a");

        assertThat(refused(() -> shop.checkout.checkout(
                        "shop",
                        "terminal",
                        "a",
                        UseCaseFixture.order("other"),
                        Terms.DEFAULT,
                        UseCaseFixture.ADDRESSES)))
                .isEqualTo(CheckoutRefused.Kind.KEY_REUSED);
    }

    @Test
    void the_same_key_at_the_same_moment_sends_one_invoice() {
        shop.seqr.issues("1001").meanwhile(() -> assertThat(refused(() -> shop.checkout("a")))
                .isEqualTo(CheckoutRefused.Kind.IN_PROGRESS));

        assertThat(shop.checkout("a").state()).isEqualTo(State.ISSUED);
        assertThat(shop.seqr.calls).containsExactly("sendInvoice");
    }

    /** The other one is made when this one has seen that there is none: before it looks at the order, or just after. */
    @ParameterizedTest
    @CsvSource({"ofOrder, REFUSE", "ofOrder, REPLACE", "ofOrder, ALONGSIDE", "commit, REFUSE", "commit, REPLACE"})
    void of_two_with_the_same_key_at_once_both_are_given_the_same_payment(String call, OpenPayment wish) {
        shop.seqr.issues("1001");

        Payment payment = overtaken(call, wish, "a");

        assertThat(payment.state()).isEqualTo(State.ISSUED);
        assertThat(payment.reference()).isEqualTo("1001");
        assertThat(shop.now(payment)).isEqualTo(payment);
        assertThat(shop.seqr.calls).containsExactly("sendInvoice");
    }

    @Test
    void of_two_orders_with_the_same_key_at_once_the_second_is_refused() {
        shop.seqr.issues("1001");

        assertThat(refused(() -> overtaken("commit", OpenPayment.REFUSE, "other")))
                .isEqualTo(CheckoutRefused.Kind.KEY_REUSED);
        assertThat(shop.seqr.calls).containsExactly("sendInvoice");
    }

    private Payment overtaken(String call, OpenPayment wish, String orderId) {
        PaymentStore busy = BusyTable.before(call, shop.store, () -> shop.checkout("a"));
        Checkout second =
                new Checkout(busy, shop.seqr, shop.queue, shop.cancellation, shop.ids, shop, UseCaseFixture.LIFE);
        return second.checkout(
                "shop",
                "terminal",
                "a",
                UseCaseFixture.order(orderId),
                new Terms(null, wish),
                UseCaseFixture.ADDRESSES);
    }

    @Test
    void after_a_lost_answer_the_same_key_may_try_at_once_and_is_shown_the_second_invoice_only() {
        shop.seqr.isSilent().issues("1002");
        assertThat(refused(() -> shop.checkout("a"))).isEqualTo(CheckoutRefused.Kind.SEQR_UNAVAILABLE);

        Payment payment = shop.checkout("a");

        assertThat(payment.reference()).isEqualTo("1002");
        assertThat(shop.seqr.calls).as("the orphan is never asked about").containsExactly("sendInvoice", "sendInvoice");
    }

    @Test
    void after_three_attempts_of_which_an_invoice_may_exist_it_gives_up() {
        shop.seqr.isSilent().answers(94).isSilent();
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(refused(() -> shop.checkout("a"))).isEqualTo(CheckoutRefused.Kind.SEQR_UNAVAILABLE);
            shop.pass(Duration.ofMinutes(1));
        }

        Payment given = shop.checkout("a");

        assertThat(given.state()).isEqualTo(State.FAILED);
        assertThat(given.reason()).isEqualTo(Reason.NOT_ISSUED);
    }

    /** What is told by an answer, or by none, that SEQR has made no invoice. */
    static Stream<UnaryOperator<ScriptedSeqr>> withoutEffect() {
        return Stream.of(
                seqr -> seqr.answers(93),
                seqr -> seqr.answers(20),
                seqr -> seqr.answers(29),
                seqr -> seqr.answers(37),
                seqr -> seqr.answers(92),
                ScriptedSeqr::isNotReached);
    }

    @ParameterizedTest
    @MethodSource("withoutEffect")
    void an_attempt_of_which_no_invoice_can_exist_does_not_count(UnaryOperator<ScriptedSeqr> answers) {
        for (int retry = 0; retry < 100; retry++) {
            answers.apply(shop.seqr);
            assertThat(refused(() -> shop.checkout("a"))).isEqualTo(CheckoutRefused.Kind.SEQR_UNAVAILABLE);
            shop.pass(Duration.ofSeconds(2));
        }
        Standing left = shop.store.find("pay_shop_a").orElseThrow().standing();
        shop.seqr.issues("1001");

        assertThat(shop.checkout("a").state()).isEqualTo(State.ISSUED);
        assertThat(((Standing.Created) left).attempt().number()).isZero();
    }

    @Test
    void a_queue_that_is_away_uses_up_no_attempt() {
        Reminders broken = (reminder, delay) -> {
            throw new IllegalStateException("the queue is away");
        };
        Checkout unwatched =
                new Checkout(shop.store, shop.seqr, broken, shop.cancellation, shop.ids, shop, UseCaseFixture.LIFE);
        for (int retry = 0; retry < 10; retry++)
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> unwatched.checkout(
                            "shop",
                            "terminal",
                            "a",
                            UseCaseFixture.order("a"),
                            Terms.DEFAULT,
                            UseCaseFixture.ADDRESSES));
        shop.seqr.issues("1001");

        assertThat(shop.checkout("a").state()).isEqualTo(State.ISSUED);
    }

    @Test
    void an_outage_of_a_minute_uses_up_no_order_whose_shop_asks_again_every_two_seconds() {
        Instant end = shop.instant().plusSeconds(60);
        while (shop.instant().isBefore(end)) {
            shop.seqr.answers(94);
            refused(() -> shop.checkout("a"));
            shop.seqr.forgetsTheRest();
            shop.pass(Duration.ofSeconds(2));
        }
        for (int retry = 0;
                retry < 30
                        && shop.store
                                        .find(shop.ids.payment("shop", "a"))
                                        .orElseThrow()
                                        .state()
                                == State.CREATED;
                retry++) {
            shop.seqr.issues("1001");
            try {
                shop.checkout("a");
            } catch (CheckoutRefused inProgress) {
                shop.seqr.forgetsTheRest();
                shop.pass(Duration.ofSeconds(2));
            }
        }

        assertThat(shop.checkout("a").state()).isEqualTo(State.ISSUED);
    }

    @Test
    void a_handler_that_died_leaves_a_lease_that_runs_out() {
        shop.seqr.issues("1001").meanwhile(() -> {
            throw new OutOfMemoryError("the function dies while SEQR has the call");
        });
        assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> shop.checkout("a"));
        assertThat(refused(() -> shop.checkout("a"))).isEqualTo(CheckoutRefused.Kind.IN_PROGRESS);

        shop.pass(Duration.ofSeconds(26));
        shop.seqr.issues("1002");

        assertThat(shop.checkout("a").reference()).isEqualTo("1002");
    }

    @Test
    void an_invoice_that_seqr_calls_wrong_fails_for_good() {
        shop.seqr.answers(49);

        assertThat(refused(() -> shop.checkout("a"))).isEqualTo(CheckoutRefused.Kind.INVOICE_REFUSED);
        assertThat(shop.checkout("a").reason()).isEqualTo(Reason.REFUSED_BY_SEQR);
    }

    @Test
    void a_shop_is_told_seqrs_code_where_there_is_one() {
        shop.seqr.answers(49).answers(94).isSilent();

        assertThat(refusal("a").code()).isEqualTo(49);
        assertThat(refusal("b").code()).isEqualTo(94);
        assertThat(refusal("c").code()).isNull();
    }

    private CheckoutRefused refusal(String key) {
        return catchThrowableOfType(CheckoutRefused.class, () -> shop.checkout(key));
    }

    @Test
    void the_receipt_is_below_the_page() {
        assertThat(UseCaseFixture.ADDRESSES.receipt("pay_a")).isEqualTo("https://pay.example/pay/pay_a/receipt");
    }

    @Test
    void a_wrong_password_is_not_the_orders_fault_and_can_be_mended() {
        shop.seqr.answers(20).issues("1001");
        assertThat(refused(() -> shop.checkout("a"))).isEqualTo(CheckoutRefused.Kind.SEQR_UNAVAILABLE);

        assertThat(shop.checkout("a").state()).isEqualTo(State.ISSUED);
    }

    @Test
    void an_invoice_that_lost_the_race_to_a_cancel_is_cancelled_and_never_shown() {
        shop.seqr
                .issues("1001")
                .meanwhile(() ->
                        shop.cancellation.cancel(shop.ids.payment("shop", "a"), Reason.CANCELED_BY_SHOP, Cause.CANCEL));
        shop.seqr.agrees();

        Payment payment = shop.checkout("a");

        assertThat(payment.state()).isEqualTo(State.CANCELED);
        assertThat(payment.reference()).isNull();
        assertThat(shop.seqr.calls).containsExactly("sendInvoice", "cancelInvoice 1001");
    }

    @Test
    void a_reference_that_belongs_to_another_payment_is_not_shown() {
        shop.issued();
        shop.seqr.issues("1001");

        assertThat(refused(() -> shop.checkout("b"))).isEqualTo(CheckoutRefused.Kind.IN_PROGRESS);
        assertThat(shop.store.find(shop.ids.payment("shop", "b")).orElseThrow().reference())
                .isNull();
        assertThat(shop.seqr.calls).as("the other's invoice is left alone").containsExactly("sendInvoice");
    }

    private Payment expiring(String key, Duration fromNow) {
        return expiring(key, new Terms(shop.instant().plus(fromNow), OpenPayment.REFUSE));
    }

    private Payment expiring(String key, Terms terms) {
        return shop.checkout.checkout(
                "shop", "terminal", key, UseCaseFixture.order(key), terms, UseCaseFixture.ADDRESSES);
    }

    @Test
    void a_payment_expires_when_the_shop_wants_it_to() {
        shop.seqr.issues("1001").issues("1002").issues("1003");

        assertThat(expiring("shortest", Duration.ofMinutes(2)).expiresAt())
                .isEqualTo(shop.instant().plus(Duration.ofMinutes(2)));
        assertThat(expiring("longest", Duration.ofHours(24)).expiresAt())
                .isEqualTo(shop.instant().plus(Duration.ofHours(24)));
        assertThat(shop.checkout("default").expiresAt())
                .isEqualTo(shop.instant().plus(UseCaseFixture.LIFE));
    }

    @Test
    void a_shops_own_term_comes_before_the_deployments_and_behind_the_checkouts() {
        shop.seqr.issues("1001").issues("1002");
        Duration own = Duration.ofMinutes(45);

        assertThat(expiring("own", new Terms(null, own, OpenPayment.REFUSE)).expiresAt())
                .isEqualTo(shop.instant().plus(own));
        Instant wanted = shop.instant().plus(Duration.ofMinutes(3));
        assertThat(expiring("wanted", new Terms(wanted, own, OpenPayment.REFUSE))
                        .expiresAt())
                .isEqualTo(wanted);
    }

    @Test
    void an_expiry_that_is_too_soon_or_too_far_away_is_refused_and_nothing_is_stored() {
        Duration instant = Duration.ofMillis(1);
        for (Duration wrong : List.of(
                Duration.ofMinutes(-5),
                Duration.ofMinutes(2).minus(instant),
                Duration.ofHours(24).plus(instant)))
            assertThat(refused(() -> expiring("a", wrong))).isEqualTo(CheckoutRefused.Kind.EXPIRY);

        assertThat(shop.store.find(shop.ids.payment("shop", "a"))).isEmpty();
        assertThat(shop.seqr.calls).isEmpty();
    }

    @Test
    void a_checkout_that_is_repeated_late_or_with_another_expiry_gives_what_the_first_has_made() {
        shop.seqr.issues("1001");
        Payment first = expiring("a", Duration.ofMinutes(3));

        shop.pass(Duration.ofMinutes(2));
        Terms asBefore = new Terms(first.expiresAt(), OpenPayment.REFUSE);

        assertThat(shop.checkout.checkout(
                        "shop", "terminal", "a", UseCaseFixture.order("a"), asBefore, UseCaseFixture.ADDRESSES))
                .isEqualTo(first);
        assertThat(expiring("a", Duration.ofMinutes(3))).isEqualTo(first);
        assertThat(expiring("a", Duration.ofDays(3))).isEqualTo(first);
        assertThat(shop.checkout("a")).isEqualTo(first);
    }

    private static CheckoutRefused.Kind refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable checkout) {
        try {
            checkout.call();
        } catch (CheckoutRefused e) {
            return e.kind();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("the checkout was not refused");
    }
}
