package dev.seqrpay.simulation;

import java.util.function.Supplier;

/** The promise is broken. An error, so that no code under test can swallow it. */
final class Violation extends Error {
    private static final long serialVersionUID = 1;
    private final String promise;

    /** @param promise its number in the list of {@code docs/simulation.md} */
    Violation(String promise, String what) {
        super("(" + promise + ") " + what, null, false, false);
        this.promise = promise;
    }

    static void unless(boolean kept, String promise, Supplier<String> otherwise) {
        if (!kept) throw new Violation(promise, otherwise.get());
    }

    /** The same, and how it came to it. */
    Violation after(String steps) {
        return new Violation(promise, getMessage().substring(promise.length() + 3) + "\n" + steps);
    }

    /** The code came to an end that is none of its own. */
    static Violation broken(RuntimeException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return new Violation("code", "a function broke: " + failure + (trace.length == 0 ? "" : " at " + trace[0]));
    }

    String promise() {
        return promise;
    }
}
