package dev.seqrpay.local.aws.function;

import org.jspecify.annotations.Nullable;

/** A function gave no answer. */
public final class InvocationException extends Exception {
    public enum Reason {
        /** The handler threw. */
        ERROR,
        /** It took longer than the function's Timeout. */
        TIMED_OUT,
        /** As many calls as may run at once are running. */
        THROTTLED
    }

    private final Reason reason;

    InvocationException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
