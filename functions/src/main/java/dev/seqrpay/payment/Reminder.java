package dev.seqrpay.payment;

/**
 * A payment that has to be looked at again.
 *
 * @param cause {@link Cause#WATCH} comes back for as long as the payment can be paid, {@link Cause#NOTIFICATION} only until
 *     SEQR has answered
 */
public record Reminder(String paymentId, Cause cause) {
    /** @throws IllegalArgumentException if it is not the {@link #text} of a reminder */
    public static Reminder read(String text) {
        String[] words = text.split(" ");
        if (words.length != 2) throw new IllegalArgumentException("not a reminder: " + words.length + " words");
        return new Reminder(words[1], Cause.valueOf(words[0]));
    }

    /** {@code WATCH pay_…}. Nothing of the payment itself is in it: whoever is reminded reads the row. */
    public String text() {
        return cause + " " + paymentId;
    }

    static Reminder watch(String paymentId) {
        return new Reminder(paymentId, Cause.WATCH);
    }

    static Reminder notification(String paymentId) {
        return new Reminder(paymentId, Cause.NOTIFICATION);
    }
}
