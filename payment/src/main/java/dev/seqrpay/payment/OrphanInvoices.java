package dev.seqrpay.payment;

import java.time.Duration;

/**
 * Closes an invoice that SEQR issued and that did not become its payment's: no payer may see it. Its reference goes into the
 * queue before the first cancel is tried, and comes back from there until SEQR says that the invoice is closed. We never ask
 * SEQR about it, because asking would capture a payment of it.
 */
public final class OrphanInvoices {
    /** By then a write of the reference whose answer got lost has arrived, or never will. */
    static final Duration DELAY = Duration.ofSeconds(30);

    private final PaymentStore store;
    private final SeqrGateway seqr;
    private final Reminders reminders;

    public OrphanInvoices(PaymentStore store, SeqrGateway seqr, Reminders reminders) {
        this.store = store;
        this.seqr = seqr;
        this.reminders = reminders;
    }

    /** Another invoice has become the payment's, or none ever will: cancels this one at once, and again from the queue. */
    void close(Payment payment, String reference) {
        try {
            closeLater(payment, reference);
        } finally {
            tryToCancel(payment, reference);
        }
    }

    /** The write of the reference got no answer, so the row has to tell later whether the invoice became the payment's. */
    void closeLater(Payment payment, String reference) {
        reminders.send(new Reminder.CloseOrphan(payment.id(), reference), DELAY);
    }

    /** @throws SeqrException while SEQR has not said that the invoice is closed: the reminder has to come again */
    void handle(Reminder.CloseOrphan reminder) {
        store.find(reminder.paymentId())
                .filter(payment -> !reminder.reference().equals(payment.reference()))
                .ifPresent(payment -> cancel(payment, reminder.reference()));
    }

    private void tryToCancel(Payment payment, String reference) {
        try {
            cancel(payment, reference);
        } catch (SeqrException later) {
            // the reminder is on its way
        }
    }

    private void cancel(Payment payment, String reference) {
        try {
            seqr.cancelInvoice(payment, reference);
        } catch (SeqrException failure) {
            if (failure.resultCode().filter(OrphanInvoices::isClosed).isEmpty()) throw failure;
        }
    }

    /** Not 50: an invoice that was paid all the same is reversed within seconds, and must then be seen to be closed. */
    private static boolean isClosed(ResultCode code) {
        return switch (code) {
            case INVALID_INVOICE_REFERENCE, PAYMENT_ALREADY_CANCELLED, PAYMENT_EXPIRED, INVOICE_ALREADY_CANCELED ->
                true;
            default -> false;
        };
    }
}
