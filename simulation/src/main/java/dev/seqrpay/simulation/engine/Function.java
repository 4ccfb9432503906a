package dev.seqrpay.simulation.engine;

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
    CAPTURE(29);

    private final long limit;

    Function(long seconds) {
        this.limit = seconds * Time.SECOND;
    }

    public long limit() {
        return limit;
    }
}
