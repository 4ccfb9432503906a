package dev.seqrpay.payment;

import dev.seqrpay.payment.PaymentStore.Committed;
import dev.seqrpay.payment.PaymentStore.Outcome;
import dev.seqrpay.payment.SeqrGateway.InvoiceStatus;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Ends what only a person can decide: a payment in REVIEW, and a refund whose outcome is unknown. SEQR is asked about the payment
 * first, and a decision that contradicts its word is refused. About a refund SEQR tells nothing but in its report.
 */
public final class Resolution {
    private static final int MAX_TRIES = 5;

    private final PaymentStore store;
    private final SeqrGateway seqr;
    private final InstantSource clock;

    public Resolution(PaymentStore store, SeqrGateway seqr, InstantSource clock) {
        this.store = store;
        this.seqr = seqr;
        this.clock = clock;
    }

    /** What a person found out about a payment. */
    public enum Found {
        /** The money is the shop's. */
        PAID,
        /** There was no money, and there will be none. */
        NOT_PAID,
        /** The payer has the money back. */
        PAID_BACK
    }

    /**
     * @throws ResolutionRefused when the payment is not in REVIEW, or SEQR says otherwise
     * @throws SeqrException when SEQR gives no usable answer: nothing is decided
     */
    public Payment resolve(Payment payment, Found found, Decision decision) {
        if (payment.state() != State.REVIEW)
            throw new ResolutionRefused("The payment is " + payment.state() + ", and not in review.");
        Payment after =
                switch (found) {
                    case PAID -> paid(payment, asked(payment));
                    case NOT_PAID -> unpaid(payment, Reason.NOT_PAID, closed(payment));
                    case PAID_BACK -> payment.ended(State.CANCELED, Reason.PAID_BACK, clock.instant());
                };
        Committed committed = store.commit(Change.decided(payment, after, null, decision));
        if (committed.outcome() == Outcome.TAKEN)
            throw new ResolutionRefused("SEQR's reference of the money belongs to another payment.");
        if (!committed.isApplied())
            throw new ResolutionRefused("The payment is " + committed.payment().state() + " by now.");
        return committed.payment();
    }

    private InvoiceStatus asked(Payment payment) {
        return seqr.getPaymentStatus(payment, payment.seqrVersion());
    }

    private Payment paid(Payment payment, InvoiceStatus said) {
        String ersReference = said.ersReference();
        if (said.status() != StatusWord.PAID || ersReference == null)
            throw new ResolutionRefused("SEQR says " + said.word() + ", and not that it is paid.");
        return payment.paid(ersReference, said.version(), clock.instant());
    }

    /** An invoice that is open could still be paid, so it is cancelled before SEQR is asked. */
    private InvoiceStatus closed(Payment payment) {
        try {
            payment.seqrInvoice().ifPresent(invoice -> seqr.cancelInvoice(payment, invoice.reference()));
        } catch (SeqrException inconclusive) {
            // the status that follows tells what became of it
        }
        return asked(payment);
    }

    private Payment unpaid(Payment payment, Reason reason, InvoiceStatus said) {
        return switch (said.status()) {
            case CANCELED, EXPIRED, FAILED -> payment.ended(State.CANCELED, reason, clock.instant());
            default -> throw new ResolutionRefused("SEQR says " + said.word() + ", and not that it ended unpaid.");
        };
    }

    /**
     * @param isGivenBack whether the payer has the money
     * @param ersReference SEQR's reference of the refund, {@code null} if it is not known
     * @throws ResolutionRefused when there is no such refund, or its outcome is known
     */
    public Refund resolveRefund(
            Payment payment, String refundId, boolean isGivenBack, @Nullable String ersReference, Decision decision) {
        Payment read = payment;
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            Refund unknown = store.refund(read.id(), refundId)
                    .filter(refund -> refund.state() == Refund.State.UNKNOWN)
                    .orElseThrow(() -> new ResolutionRefused("There is no such refund, or its outcome is known."));
            Refund after = isGivenBack ? unknown.settled(ersReference) : unknown.notGiven();
            Money refunded = isGivenBack ? read.refunded().plus(unknown.amount()) : read.refunded();
            Money reserved = read.reserved().minus(unknown.amount());
            Committed committed = store.commit(
                    Change.decided(read, read.refunding(refunded, reserved, clock.instant()), after, decision));
            if (committed.isApplied()) return after;
            read = committed.payment();
        }
        throw new ResolutionRefused("The payment is being changed by other calls. Ask again.");
    }
}
