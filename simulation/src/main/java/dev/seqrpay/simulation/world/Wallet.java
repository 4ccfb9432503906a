package dev.seqrpay.simulation.world;

import dev.seqrpay.payment.Payment;
import dev.seqrpay.simulation.engine.Time;
import dev.seqrpay.simulator.core.CustomerToken;
import dev.seqrpay.simulator.core.InvoiceStatus;
import dev.seqrpay.simulator.core.InvoiceView;
import dev.seqrpay.simulator.core.PayerRefused;

/** The payer and the phone. What the phone refuses, the payer gives up. */
final class Wallet {
    private static final String PIN = "1234";
    private static final CustomerToken CARD = CustomerToken.offered("card", "9752", "Club");
    private static final long PAUSE = Time.SECOND;
    private static final int MOST_SCANS = 2;

    private final Surroundings around;
    private final PaymentPlan plan;
    private final Runnable leaves;
    private final Runnable gaveUp;
    private final Runnable confirmed;
    private String reference;
    private long confirmedAt = -1;
    private boolean refused;
    private int scans = 1;
    private long waitsSince = -1;
    private long waitedSince = -1;
    private long waitedFor;

    /**
     * @param leaves done when the payer leaves the shop's page for the phone
     * @param gaveUp done when the phone has refused
     * @param confirmed done when the payer has confirmed
     */
    Wallet(Surroundings around, PaymentPlan plan, Runnable leaves, Runnable gaveUp, Runnable confirmed) {
        this.around = around;
        this.plan = plan;
        this.leaves = leaves;
        this.gaveUp = gaveUp;
        this.confirmed = confirmed;
    }

    void sees(Payment row) {
        reference = row.reference();
        if (plan.payer() == PaymentPlan.Payer.DAWDLES) return;
        around.time().after(plan.thinks(), this::scan);
    }

    /** When the payer has confirmed, or −1. */
    long confirmedAt() {
        return confirmedAt;
    }

    /** Since when it waited for the shop longest, or −1. */
    long waitedSince() {
        return waitedSince;
    }

    long waitedFor() {
        return waitedFor;
    }

    /** Too long for the shop. */
    boolean hasGivenUpWaiting() {
        return scans > MOST_SCANS;
    }

    /** The phone has said no, and there was a reason. */
    boolean isRefused() {
        return refused;
    }

    String reference() {
        return reference;
    }

    private void scan() {
        if (plan.browserGone()) leaves.run();
        if (!does("scans", () -> around.phones().scan(reference))) return;
        if (plan.loyalty().hasCard()
                && !does("offers a card", () -> around.phones().offer(reference, CARD))) return;
        switch (plan.payer()) {
            case CANCELS -> around.time().after(plan.enters(), this::cancel);
            case WALKS_AWAY -> around.time().after(plan.enters(), this::walkAway);
            default -> around.time().after(plan.enters(), this::confirm);
        }
    }

    private void cancel() {
        does("cancels", () -> around.phones().cancel(reference));
    }

    private void walkAway() {
        does("walks away", () -> around.phones().walkAway(reference));
        around.time().after(plan.thinks(), () -> {
            if (does("scans again", () -> around.phones().scan(reference)))
                around.time().after(plan.enters(), this::confirm);
        });
    }

    /** Once the shop has answered. Who has waited for longer than a prompt lasts scans again, once. */
    private void confirm() {
        InvoiceView shown = around.phones().look(reference);
        boolean waits = shown.status() == InvoiceStatus.PENDING_ISSUER_ACKNOWLEDGE;
        boolean hasWaited = waitsSince >= 0;
        waited(waits);
        boolean isToScan = hasWaited && shown.status() == InvoiceStatus.ISSUED && !shown.beingPaid();
        if (isToScan && ++scans > MOST_SCANS) return;
        if (isToScan && !does("scans once more", () -> around.phones().scan(reference))) return;
        if (waits || isToScan) {
            around.time().after(PAUSE, this::confirm);
            return;
        }
        if (!does("confirms", () -> around.phones().confirm(reference, PIN))) return;
        confirmedAt = around.time().now();
        confirmed.run();
    }

    private void waited(boolean waits) {
        long now = around.time().now();
        if (waits && waitsSince < 0) waitsSince = now;
        if (waitsSince >= 0 && now - waitsSince > waitedFor) {
            waitedFor = now - waitsSince;
            waitedSince = waitsSince;
        }
        if (!waits) waitsSince = -1;
    }

    private boolean does(String what, Runnable act) {
        try {
            act.run();
            around.trace().say(around.time(), () -> "the payer of payment " + plan.number() + " " + what);
            return true;
        } catch (PayerRefused no) {
            around.trace()
                    .say(
                            around.time(),
                            () -> "the payer of payment " + plan.number() + " " + what + ": " + no.getMessage());
            refused = true;
            gaveUp.run();
            return false;
        }
    }
}
