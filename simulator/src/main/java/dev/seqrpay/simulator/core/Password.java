package dev.seqrpay.simulator.core;

/** Kept in a type of its own so that it cannot slip into a log by way of a record's toString. */
public record Password(String text) {
    private static final int SHORTEST = 4;

    boolean isTooShort() {
        return text != null && text.length() < SHORTEST;
    }

    @Override
    public String toString() {
        return "(password)";
    }
}
