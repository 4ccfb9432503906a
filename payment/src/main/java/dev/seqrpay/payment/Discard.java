package dev.seqrpay.payment;

import java.time.Duration;

/**
 * Closes an invoice that SEQR issued and that did not become its payment's: nobody may see it. Its reference is in the queue
 * before the first cancel is tried, and comes back from there until SEQR says that the invoice is closed. It is never asked
 * about, for asking would capture it.
 */
public final class Discard {
    /** By then a write of the reference whose answer got lost has arrived, or never will. */
    static final Duration DELAY = Duration.ofSeconds(30);

    private final PaymentStore store;
    private final SeqrGateway seqr;
    private final Reminders reminders;

    public Discard(PaymentStore store, SeqrGateway seqr, Reminders reminders) {
        this.store = store;
        this.seqr = seqr;
        this.reminders = reminders;
    }

    /** The invoice has lost. */
    void now(Payment payment, String reference) {
        try {
            later(payment, reference);
        } finally {
            tryOnce(payment, reference);
        }
    }

    /** Nobody knows whether the invoice has become the payment's: the write of it got no answer. */
    void later(Payment payment, String reference) {
        reminders.send(Reminder.discard(payment.id(), reference), DELAY);
    }

    /** @throws SeqrException while SEQR has not said that the invoice is closed: the reminder has to come again */
    void reminded(Reminder reminder) {
        store.find(reminder.paymentId())
                .filter(payment -> !reminder.reference().equals(payment.reference()))
                .ifPresent(payment -> cancel(payment, reminder.reference()));
    }

    private void tryOnce(Payment payment, String reference) {
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
            if (failure.resultCode().filter(Discard::isClosed).isEmpty()) throw failure;
        }
    }

    /** Not 50: an invoice that somebody paid all the same is reversed within seconds, and must then be seen to be closed. */
    private static boolean isClosed(ResultCode code) {
        return switch (code) {
            case INVALID_INVOICE_REFERENCE, PAYMENT_ALREADY_CANCELLED, PAYMENT_EXPIRED, INVOICE_ALREADY_CANCELED ->
                true;
            default -> false;
        };
    }
}
