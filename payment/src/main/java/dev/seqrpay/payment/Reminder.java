package dev.seqrpay.payment;

/**
 * Says that a payment has to be looked at again, that an invoice which is not its own has to be closed, or that its receipt is to be
 * handed over. It holds nothing
 * else of the payment: the watch reads the row.
 */
public sealed interface Reminder {
    String paymentId();

    /** As it lies in the queue: {@code WATCH pay_…}, {@code NOTIFICATION pay_…}, {@code DISCARD pay_… 1397…}, {@code RECEIPT pay_… 1}. */
    String text();

    /** The payment has to be looked at, for this cause. */
    sealed interface Look extends Reminder {
        Cause cause();

        @Override
        default String text() {
            return cause() + " " + paymentId();
        }
    }

    /** It comes back for as long as the payment can be paid. */
    record KeepWatching(String paymentId) implements Look {
        @Override
        public Cause cause() {
            return Cause.WATCH;
        }
    }

    /** SEQR has notified, and has not answered since: it is asked once more at once, and from then on at the pace of all. */
    record AskAgain(String paymentId) implements Look {
        @Override
        public Cause cause() {
            return Cause.NOTIFICATION;
        }
    }

    /** It comes back until SEQR says that this invoice, which is not the payment's own, is closed. */
    record CloseOrphan(String paymentId, String reference) implements Reminder {
        private static final String WORD = "DISCARD";

        @Override
        public String text() {
            return WORD + " " + paymentId + " " + reference;
        }
    }

    /**
     * SEQR is to have the payment's receipt.
     *
     * @param attempt from 1
     */
    record HandOverReceipt(String paymentId, int attempt) implements Reminder {
        private static final String WORD = "RECEIPT";

        @Override
        public String text() {
            return WORD + " " + paymentId + " " + attempt;
        }

        HandOverReceipt next() {
            return new HandOverReceipt(paymentId, attempt + 1);
        }
    }

    /** @throws IllegalArgumentException if it is not the {@link #text} of a reminder */
    static Reminder read(String text) {
        String[] words = text.split(" ");
        if (words.length == 2 && words[0].equals(Cause.WATCH.name())) return new KeepWatching(words[1]);
        if (words.length == 2 && words[0].equals(Cause.NOTIFICATION.name())) return new AskAgain(words[1]);
        if (words.length == 3 && words[0].equals(CloseOrphan.WORD)) return new CloseOrphan(words[1], words[2]);
        if (words.length == 3 && words[0].equals(HandOverReceipt.WORD) && words[2].matches("[1-9]"))
            return new HandOverReceipt(words[1], Integer.parseInt(words[2]));
        throw new IllegalArgumentException("not a reminder: " + words.length + " words");
    }
}
