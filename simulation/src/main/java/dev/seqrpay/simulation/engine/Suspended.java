package dev.seqrpay.simulation.engine;

/** Unwinds a function whose call has not been answered yet. An error, so that no code under test takes it for its own. */
public final class Suspended extends Error {
    private static final long serialVersionUID = 1;
    public static final Suspended NOW = new Suspended();

    private Suspended() {
        super(null, null, false, false);
    }
}
