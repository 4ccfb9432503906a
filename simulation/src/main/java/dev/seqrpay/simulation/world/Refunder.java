package dev.seqrpay.simulation.world;

import dev.seqrpay.simulation.check.Cart;
import dev.seqrpay.simulation.engine.Function;
import dev.seqrpay.simulation.engine.Time;

/** The shop that gives money back, in parts, two at once, and again with the same key when it got no answer. */
final class Refunder {
    private static final int TRIES = 3;

    private final Surroundings around;
    private final PaymentPlan plan;
    private final Cart cart;
    private int calls;

    Refunder(Surroundings around, PaymentPlan plan, Cart cart) {
        this.around = around;
        this.plan = plan;
        this.cart = cart;
    }

    void paid() {
        int part = 0;
        for (PaymentPlan.Part each : plan.refunds()) {
            String key = "" + part++;
            long amount = amount(each);
            around.time().after(each.after(), () -> refund(key, amount, 1));
            if (each.twice()) around.time().after(each.after() + Time.MILLI, () -> refund(key, amount, 1));
        }
    }

    /** What has been asked for is asked for again with its key. */
    void again() {
        if (calls > 0) refund("0", amount(plan.refunds().get(0)), TRIES);
    }

    private long amount(PaymentPlan.Part part) {
        return Math.max(1, (long) (plan.amount() * part.share()));
    }

    private void refund(String key, long minor, int attempt) {
        around.invoke(
                Function.REFUND,
                cart.number(),
                calls++,
                () -> around.doors().refund(cart, key, minor),
                (result, failure) -> {
                    if (failure != null && attempt < TRIES)
                        around.time().after(2 * Time.SECOND, () -> refund(key, minor, attempt + 1));
                });
    }
}
