package dev.seqrpay.simulation.engine;

import java.util.function.Supplier;

/** The promise is broken. An error, so that no code under test can swallow it. */
public final class Violation extends Error {
    private static final long serialVersionUID = 1;
    private final String promise;

    /** @param promise its number in the list of {@code docs/simulation.md} */
    public Violation(String promise, String what) {
        super("(" + promise + ") " + what, null, false, false);
        this.promise = promise;
    }

    public static void unless(boolean kept, String promise, Supplier<String> otherwise) {
        if (!kept) throw new Violation(promise, otherwise.get());
    }

    /** The same, and how it came to it. */
    public Violation after(String steps) {
        return new Violation(promise, getMessage().substring(promise.length() + 3) + "\n" + steps);
    }

    /** The code came to an end that is none of its own. */
    public static Violation broken(RuntimeException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return new Violation("code", "a function broke: " + failure + (trace.length == 0 ? "" : " at " + trace[0]));
    }

    public String promise() {
        return promise;
    }
}
