package dev.seqrpay.simulator.core;

/**
 * Where SEQR's messages go. Called while the books are locked: it must return at once and do its work later.
 */
@FunctionalInterface
public interface Notifier {
    /** Once, as soon as the payer has paid. */
    void paid(Notification notification);

    /** The payer has got an SMS. */
    default void told(String invoiceReference, Sms message) {}
}
