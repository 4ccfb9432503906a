package dev.seqrpay.simulation;

/** The deployed functions, each with the time after which it is ended ({@code template.yaml}). */
enum Function {
    CHECKOUT(29),
    NOTIFICATION(29),
    STATUS(29),
    PAGE(29),
    CANCEL(29),
    REFUND(29),
    SWEEP(55),
    WATCH(16);

    private final long limit;

    Function(long seconds) {
        this.limit = seconds * Time.SECOND;
    }

    long limit() {
        return limit;
    }
}
