package dev.seqrpay.simulator.core;

/** A business error: a {@code resultCode} other than 0 in an ordinary answer. Nothing has changed. */
public final class Refused extends RuntimeException {
    private final transient ResultCode code;

    Refused(ResultCode code) {
        super(code.name(), null, false, false);
        this.code = code;
    }

    public ResultCode code() {
        return code;
    }
}
