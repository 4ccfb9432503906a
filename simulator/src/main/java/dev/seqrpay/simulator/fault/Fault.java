package dev.seqrpay.simulator.fault;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * One thing to go wrong.
 *
 * @param operation for calls of this operation only, or null for any
 * @param reference for this invoice (or ersReference) only, or null for any
 * @param times for so many calls; until it is cleared, if zero
 * @param millis the delay before the fault; the interval, for DRIP
 * @param code the result code, or the HTTP status of HTML
 * @param bytes the size, for HUGE
 * @param find what is replaced, for REPLACE
 * @param with what replaces it
 * @param takesEffect whether what was asked for happens although the answer is wrong
 */
@RecordBuilder
public record Fault(
        FaultKind kind,
        @Nullable String operation,
        @Nullable String reference,
        int times,
        long millis,
        int code,
        long bytes,
        String find,
        String with,
        boolean takesEffect) {
    private static final int INTERNAL_SERVER_ERROR = 500;
    private static final long HUGE = 64L << 20;

    /** What spoils the right answer needs one. */
    public Fault {
        takesEffect |= kind.takesEffect();
    }

    /** The next call, of any operation. */
    public static Fault of(FaultKind kind) {
        return new Fault(kind, null, null, 1, 0, INTERNAL_SERVER_ERROR, HUGE, "", "", kind.takesEffect());
    }

    /** The next call is answered with this result code, and nothing happens. */
    public static Fault code(int code) {
        return new Fault(FaultKind.CODE, null, null, 1, 0, code, 0, "", "", false);
    }

    public static Fault replace(String find, String with) {
        return new Fault(FaultKind.REPLACE, null, null, 1, 0, 0, 0, find, with, true);
    }

    public Fault on(@Nullable String operation) {
        return FaultBuilder.builder(this).operation(operation).build();
    }

    public Fault onlyFor(@Nullable String reference) {
        return FaultBuilder.builder(this).reference(reference).build();
    }

    public Fault times(int times) {
        return FaultBuilder.builder(this).times(times).build();
    }

    public Fault millis(long millis) {
        return FaultBuilder.builder(this).millis(millis).build();
    }

    public Fault bytes(long bytes) {
        return FaultBuilder.builder(this).bytes(bytes).build();
    }

    /** The operation is done, and still answered wrongly. */
    public Fault takingEffect() {
        return FaultBuilder.builder(this).takesEffect(true).build();
    }

    boolean matches(@Nullable String calledOperation, @Nullable String calledReference) {
        return (operation == null || operation.equals(calledOperation))
                && (reference == null || reference.equals(calledReference));
    }
}
