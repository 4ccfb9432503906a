package dev.seqrpay.simulation;

import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.CheckoutRefused;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Reason;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.Reminder;
import dev.seqrpay.payment.Terms;
import java.time.Duration;
import java.util.Optional;

/** Straight to the use cases, without HTTP, tokens and JSON: that is fast. */
final class UseCaseDoors implements Doors {
    /** What {@code handler.SweepHandler} leaves itself of its time. */
    private static final Duration WORKING_TIME = Duration.ofSeconds(55 - 25);

    private final UseCases useCases;
    private final TablePort table;
    private final Running running;

    UseCaseDoors(UseCases useCases, TablePort table, Running running) {
        this.useCases = useCases;
        this.table = table;
        this.running = running;
    }

    @Override
    public String id(Customer customer) {
        return UseCases.IDS.payment(customer.shop(), "" + customer.number());
    }

    @Override
    public Payment checkOut(Customer customer, long minor) {
        try {
            return useCases.checkout()
                    .checkout(
                            customer.shop(),
                            SeqrPort.terminal(customer.number()),
                            "" + customer.number(),
                            customer.order(minor),
                            new Terms(null, customer.plan.openPayment()),
                            UseCases.ADDRESSES);
        } catch (CheckoutRefused refused) {
            if (refused.kind() != CheckoutRefused.Kind.ORDER_TAKEN) throw refused;
            throw new OrderTaken(refused.payment().id(), refused.payment().state());
        }
    }

    @Override
    public Optional<Payment> look(Customer customer, Cause cause) {
        return useCases.statusLookup().look(customer.id(), cause);
    }

    @Override
    public Optional<Payment> cancel(Customer customer, Reason reason) {
        return useCases.cancellation().cancel(customer.id(), reason, Cause.CANCEL);
    }

    @Override
    public Object refund(Customer customer, String key, long minor) {
        Payment payment = table.find(customer.id()).orElseThrow();
        Refund refund = useCases.refunds().refund(payment, key, new Money(customer.currency(), minor));
        if (refund.state() == Refund.State.NOT_DONE) throw new Unanswered("the refund is not done");
        return refund;
    }

    @Override
    public Object notify(Customer customer, String url) {
        return useCases.notifications().handle(customer.id());
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
