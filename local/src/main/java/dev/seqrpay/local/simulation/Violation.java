package dev.seqrpay.local.simulation;

/** The promise is broken. An error, so that no code under test can swallow it. */
final class Violation extends Error {
    private static final long serialVersionUID = 1;
    private final String promise;

    /** @param promise its number in the list of {@code docs/simulation.md} */
    Violation(String promise, String what) {
        super("(" + promise + ") " + what, null, false, false);
        this.promise = promise;
    }

    String promise() {
        return promise;
    }
}
