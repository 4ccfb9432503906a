package dev.seqrpay.simulation.engine;

import java.util.EnumSet;
import java.util.Set;

/** The deployed functions, each with the time after which it is ended ({@code template.yaml}). */
public enum Function {
    CHECKOUT(29),
    NOTIFICATION(29),
    STATUS(29),
    PAGE(29),
    CANCEL(29),
    UPDATE(29),
    REFUND(29),
    SWEEP(55),
    WATCH(16),
    CAPTURE(29),
    PUBLISH(29),
    DELIVER(29),
    EVENTS(29);

    /** These tell shops what has happened; all others are about the payments themselves. */
    private static final Set<Function> TELLING = EnumSet.of(PUBLISH, DELIVER, EVENTS);

    private final long limit;

    Function(long seconds) {
        this.limit = seconds * Time.SECOND;
    }

    public long limit() {
        return limit;
    }

    boolean isTelling() {
        return TELLING.contains(this);
    }
}
