package dev.seqrpay.simulation.door;

import dev.seqrpay.payment.CaptureRefused;
import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.CheckoutRefused;
import dev.seqrpay.payment.CustomerToken.Status;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.OrderChange;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Reason;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.RefundRequest;
import dev.seqrpay.payment.Reminder;
import dev.seqrpay.payment.Terms;
import dev.seqrpay.payment.UpdateRefused;
import dev.seqrpay.simulation.check.Cart;
import dev.seqrpay.simulation.engine.Running;
import dev.seqrpay.simulation.engine.Unanswered;
import dev.seqrpay.simulation.port.TablePort;
import dev.seqrpay.simulation.port.Terminals;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Straight to the use cases, without HTTP, tokens and JSON: that is fast. */
public final class UseCaseDoors implements Doors {
    /** What {@code handler.SweepHandler} leaves itself of its time. */
    private static final Duration WORKING_TIME = Duration.ofSeconds(55 - 25);

    private final UseCases useCases;
    private final TablePort table;
    private final Running running;

    public UseCaseDoors(UseCases useCases, TablePort table, Running running) {
        this.useCases = useCases;
        this.table = table;
        this.running = running;
    }

    @Override
    public String id(Cart cart) {
        return UseCases.IDS.payment(cart.shop(), "" + cart.number());
    }

    @Override
    public Payment checkOut(Cart cart, long minor) {
        try {
            return useCases.checkout()
                    .checkout(
                            cart.shop(),
                            Terminals.of(cart.number()),
                            "" + cart.number(),
                            cart.order(minor),
                            new Terms(null, cart.openPayment()),
                            UseCases.ADDRESSES);
        } catch (CheckoutRefused refused) {
            if (refused.kind() != CheckoutRefused.Kind.ORDER_TAKEN) throw refused;
            throw new OrderTaken(refused.payment().id(), refused.payment().state());
        }
    }

    @Override
    public Optional<Payment> look(Cart cart, Cause cause) {
        return useCases.statusLookup().look(id(cart), cause);
    }

    @Override
    public Optional<Payment> cancel(Cart cart, Reason reason) {
        return useCases.cancellation().cancel(id(cart), reason, Cause.CANCEL);
    }

    @Override
    public Payment update(Cart cart, long minor) {
        return change(cart, new OrderChange(cart.order(minor).lineItems()));
    }

    @Override
    public Payment answer(Cart cart, Map<String, Status> answers, long minor) {
        return change(
                cart, new OrderChange(minor == 0 ? null : cart.order(minor).lineItems(), answers));
    }

    private Payment change(Cart cart, OrderChange change) {
        Payment payment = table.find(id(cart)).orElseThrow();
        try {
            return useCases.orderUpdate().update(payment, change, UseCases.ADDRESSES);
        } catch (UpdateRefused e) {
            throw new Unanswered("the order is not changed");
        }
    }

    @Override
    public Payment capture(Cart cart) {
        try {
            return useCases.capture().capture(table.find(id(cart)).orElseThrow());
        } catch (CaptureRefused e) {
            throw new Unanswered("nothing is captured");
        }
    }

    @Override
    public Object refund(Cart cart, String key, long minor) {
        Payment payment = table.find(id(cart)).orElseThrow();
        Refund refund = useCases.refunds().refund(payment, key, RefundRequest.of(new Money(cart.currency(), minor)));
        if (refund.state() == Refund.State.NOT_DONE) throw new Unanswered("the refund is not done");
        return refund;
    }

    @Override
    public Object notify(Cart cart, String url) {
        return useCases.notifications().handle(id(cart));
    }

    @Override
    public Object sweep() {
        return useCases.sweep().run(running.instant().plus(WORKING_TIME));
    }

    @Override
    public Object remind(String text) {
        useCases.watch().handle(Reminder.read(text));
        return "";
    }
}
