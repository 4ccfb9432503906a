package dev.seqrpay.simulation.world;

import dev.seqrpay.simulation.check.Cart;
import dev.seqrpay.simulation.engine.Function;

/** SEQR's notifications on their way: lost, late, twice; and forged ones. */
final class Postman {
    private final Surroundings around;
    private final PaymentPlan plan;
    private final Cart cart;
    private int delivered;

    Postman(Surroundings around, PaymentPlan plan, Cart cart) {
        this.around = around;
        this.plan = plan;
        this.cart = cart;
    }

    void begin() {
        for (long after : plan.forged()) around.time().at(plan.checkoutAt() + after, () -> deliver(null));
    }

    void paid(String url) {
        if (plan.notificationLost()) return;
        for (long after : plan.notifications()) around.time().after(after, () -> deliver(url));
    }

    int delivered() {
        return delivered;
    }

    private void deliver(String url) {
        if (around.doors().id(cart) == null) return;
        around.invoke(
                Function.NOTIFICATION,
                cart.number(),
                delivered++,
                () -> around.doors().notify(cart, url),
                (result, failure) -> {});
    }
}
