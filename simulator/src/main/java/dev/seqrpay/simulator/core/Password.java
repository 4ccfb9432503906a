package dev.seqrpay.simulator.core;

import org.jspecify.annotations.Nullable;

/** Kept in a type of its own so that it cannot slip into a log by way of a record's toString. */
public record Password(String text) {
    private static final int SHORTEST = 4;

    /** None if there is no text. */
    public static @Nullable Password of(@Nullable String text) {
        return text == null ? null : new Password(text);
    }

    boolean isTooShort() {
        return text.length() < SHORTEST;
    }

    @Override
    public String toString() {
        return "(password)";
    }
}
