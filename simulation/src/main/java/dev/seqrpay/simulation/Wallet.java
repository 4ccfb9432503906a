package dev.seqrpay.simulation;

import dev.seqrpay.payment.Payment;
import dev.seqrpay.simulator.core.PayerRefused;

/** The payer and the phone. What the phone refuses, the payer gives up. */
final class Wallet {
    private static final String PIN = "1234";

    private final Customer customer;
    private final World world;
    private String reference;
    private long confirmedAt = -1;
    private boolean refused;

    Wallet(Customer customer) {
        this.customer = customer;
        this.world = customer.world;
    }

    void sees(Payment row) {
        reference = row.reference();
        if (customer.plan.payer() == PaymentPlan.Payer.DAWDLES) return;
        world.time.after(customer.plan.thinks(), this::scan);
    }

    /** When the payer has confirmed, or −1. */
    long confirmedAt() {
        return confirmedAt;
    }

    /** The phone has said no, and there was a reason. */
    boolean isRefused() {
        return refused;
    }

    String reference() {
        return reference;
    }

    private void scan() {
        if (customer.plan.browserGone()) customer.closeBrowsers();
        if (!does("scans", () -> world.seqr.payer().scan(reference))) return;
        switch (customer.plan.payer()) {
            case CANCELS -> world.time.after(customer.plan.enters(), this::cancel);
            case WALKS_AWAY -> world.time.after(customer.plan.enters(), this::walkAway);
            default -> world.time.after(customer.plan.enters(), this::confirm);
        }
    }

    private void cancel() {
        does("cancels", () -> world.seqr.payer().cancel(reference));
    }

    private void walkAway() {
        does("walks away", () -> world.seqr.payer().walkAway(reference));
        world.time.after(customer.plan.thinks(), () -> {
            if (does("scans again", () -> world.seqr.payer().scan(reference)))
                world.time.after(customer.plan.enters(), this::confirm);
        });
    }

    private void confirm() {
        if (!does("confirms", () -> world.seqr.payer().confirm(reference, PIN))) return;
        confirmedAt = world.time.now();
    }

    private boolean does(String what, Runnable act) {
        try {
            act.run();
            world.trace.say(world.time, () -> "the payer of payment " + customer.number() + " " + what);
            return true;
        } catch (PayerRefused no) {
            world.trace.say(
                    world.time,
                    () -> "the payer of payment " + customer.number() + " " + what + ": " + no.getMessage());
            refused = true;
            world.refusedByThePhone(customer);
            return false;
        }
    }
}
