package dev.seqrpay.simulation.world;

import dev.seqrpay.payment.CustomerToken;
import dev.seqrpay.payment.CustomerToken.Status;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.State;
import dev.seqrpay.simulation.check.Cart;
import dev.seqrpay.simulation.check.Tracked;
import dev.seqrpay.simulation.engine.Function;
import dev.seqrpay.simulation.engine.Time;
import java.util.Map;
import java.util.stream.Collectors;

/** The shop's loyalty club, which answers to each card that it hears of, again and again until it is told that SEQR has it. */
final class Club {
    private static final long PAUSE = 2 * Time.SECOND;
    /** No number of a change that the shop makes for another reason. */
    private static final int FIRST_CALL = 1000;

    private final Surroundings around;
    private final PaymentPlan plan;
    private final Cart cart;
    private int calls = FIRST_CALL;

    Club(Surroundings around, PaymentPlan plan, Cart cart) {
        this.around = around;
        this.plan = plan;
        this.cart = cart;
    }

    /** The shop is told by events, which it is here as soon as they are stored. */
    void listen() {
        if (!plan.loyalty().isWaitedFor()) return;
        around.time().after(PAUSE, this::hear);
    }

    private void hear() {
        String id = around.doors().id(cart);
        Tracked tracked = id == null ? null : around.checks().payments().get(id);
        if (tracked != null && !tracked.row().state().isOpen()) return;
        if (tracked != null && tracked.row().awaitsAcknowledgment()) answer(tracked.row());
        else listen();
    }

    private void answer(Payment row) {
        Map<String, Status> answers = row.offer().orElseThrow().tokens().stream()
                .collect(Collectors.toMap(
                        CustomerToken::id, token -> plan.loyalty().answer()));
        around.checks().answers(row, answers);
        around.time().after(plan.loyalty().thinks(), () -> say(row, answers));
    }

    private void say(Payment row, Map<String, Status> answers) {
        around.invoke(
                Function.UPDATE,
                cart.number(),
                calls++,
                () -> around.doors().answer(cart, answers, plan.clubPrice()),
                (result, failure) -> {
                    if (failure == null) heard(row);
                    else around.time().after(PAUSE, () -> sayAgain(row, answers));
                });
    }

    /** The row may have the answer and SEQR not: then only the same call again tells it. */
    private void sayAgain(Payment row, Map<String, Status> answers) {
        Payment now = around.checks().payments().get(row.id()).row();
        if (now.state() != State.ISSUED) return;
        if (now.awaitsAcknowledgment()) answer(now);
        else say(row, answers);
    }

    private void heard(Payment row) {
        listen();
        around.checks().answered(row);
        if (plan.clubPrice() > 0) around.checks().changed(row.id());
    }
}
