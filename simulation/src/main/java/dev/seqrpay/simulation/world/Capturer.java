package dev.seqrpay.simulation.world;

import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.State;
import dev.seqrpay.simulation.check.Cart;
import dev.seqrpay.simulation.check.Tracked;
import dev.seqrpay.simulation.engine.Function;
import dev.seqrpay.simulation.engine.Time;
import dev.seqrpay.simulator.core.InvoiceStatus;

/** The shop that takes what the payer has reserved, in time or too late, and again when it got no answer. */
final class Capturer {
    private static final int TRIES = 20;
    private static final long PAUSE = 5 * Time.SECOND;

    private final Surroundings around;
    private final PaymentPlan plan;
    private final Cart cart;
    private int calls;
    private long firstAt = -1;

    Capturer(Surroundings around, PaymentPlan plan, Cart cart) {
        this.around = around;
        this.plan = plan;
        this.cart = cart;
    }

    void confirmed() {
        for (long after : plan.captures()) around.time().after(after, () -> capture(1));
    }

    /** When the shop first asked for money that SEQR held for it, or −1. */
    long firstAt() {
        return firstAt;
    }

    /** The shop asks once it has heard of the reservation. */
    private void capture(int attempt) {
        String id = around.doors().id(cart);
        Tracked tracked = id == null ? null : around.checks().payments().get(id);
        if (tracked == null) return;
        Payment row = tracked.row();
        if (row.state() == State.ISSUED) again(attempt);
        if (!row.state().isReserved()) return;
        if (firstAt < 0 && around.checks().view(row.reference()).status() == InvoiceStatus.RESERVED)
            firstAt = around.time().now();
        around.checks().wantsMoney(id);
        around.invoke(
                Function.CAPTURE, cart.number(), calls++, () -> around.doors().capture(cart), (result, failure) -> {
                    if (failure == null) around.checks().shown((Payment) result);
                    else again(attempt);
                });
    }

    private void again(int attempt) {
        if (attempt < TRIES) around.time().after(PAUSE, () -> capture(attempt + 1));
    }
}
