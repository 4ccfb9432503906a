package dev.seqrpay.e2e.gallery;

import dev.seqrpay.local.Runner;
import dev.seqrpay.local.demo.shop.PaymentApiException;
import dev.seqrpay.payment.Attempt;
import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.Change;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentBuilder;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.Reservation;
import dev.seqrpay.payment.SeqrInvoice;
import dev.seqrpay.payment.SeqrInvoiceBuilder;
import dev.seqrpay.payment.Standing;
import dev.seqrpay.payment.Standing.Paid;
import dev.seqrpay.simulator.fault.Fault;
import dev.seqrpay.wiring.Wiring;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * One payment for each way that a payment can stand. All are checked out as by any shop; those that a purchase does not come to
 * by itself, or not at once, are then written to the table. SEQR has nothing to say of these, so they stay as they are.
 */
public final class Gallery {
    private static final int BUSY = 93;
    private static final int FOR_EVER = 0;
    private static final int CUP = 249_00;
    private static final Duration A_WHILE = Duration.ofMinutes(10);

    private final Runner runner;
    private final PaymentStore store;
    private final Map<Stand, dev.seqrpay.local.demo.shop.ShopPayment> payments = new EnumMap<>(Stand.class);

    public Gallery(Runner runner) {
        this.runner = runner;
        this.store = new Wiring(runner.stack().environment("Checkout"), line -> {}).payments();
        for (Stand stand : Stand.values()) payments.put(stand, standing(stand));
    }

    /** What the checkout answered, so with its addresses. */
    public dev.seqrpay.local.demo.shop.ShopPayment payment(Stand stand) {
        return payments.get(stand);
    }

    /** It ended a while ago, so that its page does not leave by itself for the shop. */
    private dev.seqrpay.local.demo.shop.ShopPayment standing(Stand stand) {
        return made(stand, Instant.now().minus(A_WHILE));
    }

    /** One that has come to its end just now. */
    public dev.seqrpay.local.demo.shop.ShopPayment fresh(Stand stand) {
        return made(stand, Instant.now());
    }

    private dev.seqrpay.local.demo.shop.ShopPayment made(Stand stand, Instant when) {
        try {
            var bought = runner.shop().buyAndReturn(Map.of("cup", 1, "beans", 2), runner.shopUrl());
            if (stand != Stand.WAITING) write(store.find(bought.id()).orElseThrow(), stand, when);
            return bought;
        } catch (PaymentApiException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(Payment payment, Stand stand, Instant when) {
        Fault silence = Fault.code(BUSY).onlyFor(payment.reference()).times(FOR_EVER);
        runner.simulator().orElseThrow().faults().arm(silence);
        Money back = new Money(payment.invoice().total().currency(), stand == Stand.REFUNDED ? CUP : 0);
        Refund refund = stand == Stand.REFUNDED
                ? new Refund(
                        "ref_" + payment.id().substring(4), payment.id(), back, Refund.State.SETTLED, null, 0, when)
                : null;
        Change change =
                new Change(payment.state(), written(payment, stand, back, when), Cause.SWEEP, null, null, refund);
        if (!store.commit(change).isApplied()) throw new IllegalStateException("Another function was faster");
    }

    private static SeqrInvoice held(SeqrInvoice invoice, Instant when) {
        return SeqrInvoiceBuilder.builder(invoice)
                .reservedUntil(when.plus(Reservation.LONGEST))
                .build();
    }

    private static Payment written(Payment before, Stand stand, Money back, Instant when) {
        SeqrInvoice invoice = before.seqrInvoice().orElseThrow();
        Paid paid = new Paid(invoice, "2" + invoice.reference(), when, back, back.zero());
        Standing standing =
                switch (stand.state) {
                    case CREATED -> new Standing.Created(new Attempt(1, when));
                    case ISSUED -> new Standing.Issued(invoice);
                    case CANCELING -> new Standing.Canceling(invoice, stand.reason, Cause.CANCEL);
                    case RESERVED -> new Standing.Reserved(held(invoice, when));
                    case CAPTURING -> new Standing.Capturing(held(invoice, when));
                    case PAID -> paid;
                    case CANCELED, FAILED, REVIEW ->
                        new Standing.Ended(stand.state, stand.reason, stand.isIssued() ? invoice : null);
                    case REVERSED -> new Standing.Reversed(paid);
                };
        return PaymentBuilder.builder(before)
                .version(before.version() + 1)
                .changedAt(when)
                .standing(standing)
                .build();
    }
}
