package dev.seqrpay.payment;

import dev.seqrpay.payment.PaymentStore.OfOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;

/**
 * Keeps an order from being paid twice: who wants a payment for it is told which place it takes among the payments of the order,
 * once those before it are in nobody's way. The table gives each place once, so of two checkouts that are told the same place one
 * has to ask again, and then sees the other's payment.
 */
final class OneOpenPayment {
    /** What is left of a function's time must do for a {@code sendInvoice}. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PaymentStore store;
    private final Cancellation cancellation;
    private final InstantSource clock;

    OneOpenPayment(PaymentStore store, Cancellation cancellation, InstantSource clock) {
        this.store = store;
        this.cancellation = cancellation;
        this.clock = clock;
    }

    /**
     * @param own the ids that the payment may have: who repeats a checkout at that moment may have made it already
     * @return empty if that is so
     * @throws CheckoutRefused when another payment is in the way, or cannot be got out of it in time
     */
    OptionalInt clearPlace(List<String> own, String merchantId, String orderId, OpenPayment wish) {
        OfOrder others = store.ofOrder(merchantId, orderId);
        if (others.ids().stream().anyMatch(own::contains)) return OptionalInt.empty();
        if (wish == OpenPayment.ALONGSIDE) return OptionalInt.of(others.count() + 1);
        if (others.count() > others.ids().size()) throw CheckoutRefused.tooManyPayments();
        Instant patience = clock.instant().plus(PATIENCE);
        for (String id : others.ids()) store.find(id).ifPresent(other -> clear(other, wish, patience));
        return OptionalInt.of(others.count() + 1);
    }

    private void clear(Payment other, OpenPayment wish, Instant patience) {
        if (other.holdsItsOrder()) throw CheckoutRefused.orderTaken(other);
        if (!other.state().isOpen()) return;
        if (wish == OpenPayment.REFUSE) throw CheckoutRefused.orderTaken(other);
        Payment replaced =
                cancellation.cancel(other.id(), Reason.REPLACED, Cause.CHECKOUT).orElseThrow();
        if (replaced.holdsItsOrder()) throw CheckoutRefused.orderTaken(replaced);
        if (replaced.state().isOpen()) throw CheckoutRefused.replacing(replaced);
        if (clock.instant().isAfter(patience)) throw CheckoutRefused.inProgress();
    }
}
