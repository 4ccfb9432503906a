package dev.seqrpay.payment;

import org.jspecify.annotations.Nullable;

/**
 * Says that a payment has to be looked at again, or that an invoice which is not its own has to be closed.
 *
 * @param cause {@link Cause#WATCH} comes back for as long as the payment can be paid, {@link Cause#NOTIFICATION} only until
 *     SEQR has answered, {@link Cause#DISCARD} until SEQR says that the invoice is closed
 * @param reference the invoice to be closed, {@code null} with any other cause
 */
public record Reminder(
        String paymentId, Cause cause, @Nullable String reference) {
    public Reminder {
        if ((reference != null) != (cause == Cause.DISCARD))
            throw new IllegalArgumentException("not a reminder: " + cause + (reference == null ? " without" : " with")
                    + " an invoice's reference");
    }

    /** @throws IllegalArgumentException if it is not the {@link #text} of a reminder */
    public static Reminder read(String text) {
        String[] words = text.split(" ");
        if (words.length < 2 || words.length > 3)
            throw new IllegalArgumentException("not a reminder: " + words.length + " words");
        return new Reminder(words[1], Cause.valueOf(words[0]), words.length == 3 ? words[2] : null);
    }

    /** {@code WATCH pay_…}, {@code DISCARD pay_… 1397…}. It holds nothing else of the payment: the watch reads the row. */
    public String text() {
        return cause + " " + paymentId + (reference == null ? "" : " " + reference);
    }

    public static Reminder watch(String paymentId) {
        return new Reminder(paymentId, Cause.WATCH, null);
    }

    static Reminder notification(String paymentId) {
        return new Reminder(paymentId, Cause.NOTIFICATION, null);
    }

    static Reminder discard(String paymentId, @Nullable String reference) {
        return new Reminder(paymentId, Cause.DISCARD, reference);
    }
}
