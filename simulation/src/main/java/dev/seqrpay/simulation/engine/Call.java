package dev.seqrpay.simulation.engine;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a function asks of the outside.
 *
 * @param effect what it does once it has arrived, and the answer; may throw what a port may throw
 */
public record Call(Kind kind, Supplier<?> effect) {
    /** An exception as an answer. */
    public record Failure(RuntimeException exception) {}

    /** The calls that are told apart, with the time after which the caller gives up. */
    public enum Kind {
        SEND_INVOICE(15, true),
        GET_STATUS(7, true),
        CANCEL_INVOICE(7, true),
        UPDATE_INVOICE(15, true),
        COMMIT_RESERVATION(7, true),
        REFUND_PAYMENT(7, true),
        READ(8, false),
        COMMIT(8, false),
        CLAIM(8, false),
        SEEN(8, false),
        FAILED(8, false),
        RELEASE(8, false),
        REMIND(8, false),
        SECRET(3, false),
        DUE(8, false),
        PUBLISH(8, false),
        TRY(8, false),
        RECORD(8, false),
        SWITCH(8, false),
        ENQUEUE(8, false),
        POST(15, false);

        private static final Set<Kind> ELSEWHERE = EnumSet.of(REMIND, SECRET, ENQUEUE, POST);

        private final long patience;
        private final boolean toSeqr;

        Kind(long seconds, boolean toSeqr) {
            this.patience = seconds * Time.SECOND;
            this.toSeqr = toSeqr;
        }

        long patience() {
            return patience;
        }

        public boolean toSeqr() {
            return toSeqr;
        }

        boolean toTable() {
            return !toSeqr && !ELSEWHERE.contains(this);
        }

        /** Over the internet, to SEQR or to a shop. */
        boolean isFar() {
            return toSeqr || this == POST;
        }
    }

    /** @return the answer, an exception among them */
    public Object arrive() {
        try {
            return effect.get();
        } catch (RuntimeException refused) {
            return new Failure(refused);
        }
    }
}
