package dev.seqrpay.payment;

import java.util.EnumSet;
import java.util.Set;

/** Where a payment stands. Each constant lists what may come after it: this table is the whole state machine. */
public enum State {
    /** Stored, not yet shown: no invoice of SEQR's belongs to it. A further attempt stays in this state. */
    CREATED("ISSUED"),
    /** SEQR has the invoice and the shopper may see it. An order that its shop changes stays in this state. */
    ISSUED("ISSUED"),
    /** The shop, the payer or the sweep wants it cancelled; only SEQR's status decides whether it is. */
    CANCELING("ISSUED"),
    /** The payer has confirmed and SEQR holds the money until the shop takes it, lets it go, or its time is over. */
    RESERVED("RESERVED"),
    /** The shop wants the money that is reserved; only SEQR's status decides whether it has it. */
    CAPTURING("RESERVED"),
    /** SEQR says that it is paid, and knows that we know. A refund does not change this state. */
    PAID("PAID"),
    CANCELED("CANCELED"),
    FAILED("FAILED"),
    /** SEQR's answer does not fit the order: a person has to look, and decides. */
    REVIEW("ISSUED"),
    /** SEQR took back a payment that it had confirmed. */
    REVERSED("FAILED");

    private final String seqrWord;

    State(String seqrWord) {
        this.seqrWord = seqrWord;
    }

    /** SEQR's own word for the state, which is what browsers and payment views are told. */
    public String seqrWord() {
        return seqrWord;
    }

    /** SEQR's word, and ours where SEQR has none: what the shop's own server is told. */
    public String shopsWord() {
        return this == REVIEW ? name() : seqrWord;
    }

    /** The shopper's part is over: what comes now is the shop's doing, or a person's. */
    public boolean isFinal() {
        return next().isEmpty() || this == PAID || this == REVIEW || isReserved();
    }

    /** The payer has confirmed, and the shop does not have the money yet. */
    public boolean isReserved() {
        return this == RESERVED || this == CAPTURING;
    }

    /** Not decided: it may still be paid. */
    public boolean isOpen() {
        return this == CREATED || isPayable();
    }

    /** SEQR has an invoice for it that a payer may confirm, or be confirming. */
    public boolean isPayable() {
        return this == ISSUED || this == CANCELING;
    }

    /** SEQR may decide it at any moment: asking for its status is worth while. */
    public boolean isUndecided() {
        return isPayable() || this == CAPTURING;
    }

    public boolean mayBecome(State next) {
        return next().contains(next);
    }

    private Set<State> next() {
        return switch (this) {
            case CREATED -> EnumSet.of(CREATED, ISSUED, CANCELED, FAILED);
            case ISSUED -> EnumSet.of(ISSUED, CANCELING, RESERVED, PAID, CANCELED, FAILED, REVIEW);
            case CANCELING -> EnumSet.of(PAID, CANCELED, FAILED, REVIEW);
            case RESERVED -> EnumSet.of(RESERVED, CAPTURING, CANCELING);
            case CAPTURING -> EnumSet.of(RESERVED, PAID, CANCELED, FAILED, REVIEW);
            case PAID -> EnumSet.of(PAID, REVERSED);
            case REVIEW -> EnumSet.of(PAID, CANCELED);
            case CANCELED, FAILED, REVERSED -> EnumSet.noneOf(State.class);
        };
    }
}
