package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A checkout is the same checkout with every key that makes its id, even while functions have different keys. */
class NewKeyTest {
    private final UseCaseFixture shop = new UseCaseFixture();

    /** Of one key each, and it knows the other. */
    private record Key(String own, String other) implements Ids {
        @Override
        public String payment(String merchantId, String key) {
            return "pay_" + own + "_" + key;
        }

        @Override
        public List<String> paymentsOfOtherKeys(String merchantId, String key) {
            return List.of("pay_" + other + "_" + key);
        }

        @Override
        public String refund(String paymentId, String key) {
            return "ref_" + paymentId + "_" + key;
        }
    }

    private Checkout with(String own, String other, PaymentStore store) {
        return new Checkout(
                store, shop.seqr, shop.queue, shop.cancellation, new Key(own, other), shop, UseCaseFixture.LIFE);
    }

    private static Payment checkout(Checkout checkout, OpenPayment wish) {
        return checkout.checkout(
                "shop", "terminal", "a", UseCaseFixture.order("a"), new Terms(null, wish), UseCaseFixture.ADDRESSES);
    }

    @ParameterizedTest
    @EnumSource(OpenPayment.class)
    void a_key_that_was_used_before_the_change_finds_its_payment_after_it(OpenPayment wish) {
        shop.seqr.issues("1001");
        Payment made = checkout(with("old", "new", shop.store), wish);

        assertThat(checkout(with("new", "old", shop.store), wish)).isEqualTo(made);
        assertThat(shop.seqr.calls).hasSize(1);
    }

    /** The clock of the one is behind: it has looked before the other has written, at the order too or not yet. */
    @ParameterizedTest
    @CsvSource({
        "ofOrder, REFUSE",
        "ofOrder, REPLACE",
        "ofOrder, ALONGSIDE",
        "commit, REFUSE",
        "commit, REPLACE",
        "commit, ALONGSIDE"
    })
    void two_at_once_with_different_keys_make_one_payment(String call, OpenPayment wish) {
        shop.seqr.issues("1001");
        PaymentStore busy = BusyTable.before(call, shop.store, () -> checkout(with("old", "new", shop.store), wish));

        assertThat(checkout(with("new", "old", busy), wish).id()).isEqualTo("pay_old_a");
        assertThat(shop.store.find("pay_old_a").orElseThrow().state()).isEqualTo(State.ISSUED);
        assertThat(shop.store.find("pay_new_a")).isEmpty();
        assertThat(shop.seqr.calls).hasSize(1);
    }

    @Test
    void the_old_keys_payment_keeps_its_order() {
        shop.seqr.issues("1001");
        checkout(with("old", "new", shop.store), OpenPayment.REFUSE);

        CheckoutRefused refused = catchThrowableOfType(CheckoutRefused.class, () -> with("new", "old", shop.store)
                .checkout(
                        "shop",
                        "terminal",
                        "a",
                        UseCaseFixture.order("other"),
                        Terms.DEFAULT,
                        UseCaseFixture.ADDRESSES));
        assertThat(refused.getMessage()).contains("Idempotency-Key");
    }
}
