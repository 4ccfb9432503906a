package dev.seqrpay.payment;

import dev.seqrpay.payment.PaymentStore.OfOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;

/**
 * Keeps an order from being paid twice. A checkout is told which place its payment takes among the payments of the order, once
 * none of those before it is in the way. The table gives each place once: of two checkouts that are told the same place one has
 * to ask again, and then sees the other's payment.
 */
final class OneOpenPayment {
    /** A function that has cancelled for this long has just enough time left for a {@code sendInvoice}. */
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
     * @param own the ids that the payment may have: the same checkout, sent twice, may have made it meanwhile
     * @return empty if it has
     * @throws CheckoutRefused when another payment is in the way and may not or cannot be cancelled in time
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
