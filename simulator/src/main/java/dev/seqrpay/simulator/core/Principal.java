package dev.seqrpay.simulator.core;

import org.jspecify.annotations.Nullable;

/**
 * Who calls. Payments are made by a {@code TERMINALID}; terminals are registered and shop reports fetched by a
 * {@code RESELLERUSER}, whose userId is always 9900.
 */
public record Principal(
        @Nullable String type,
        @Nullable String id,
        @Nullable String userId) {
    static final String TERMINAL = "TERMINALID";
    static final String RESELLER = "RESELLERUSER";
    private static final String RESELLER_USER = "9900";

    public static Principal terminal(String id) {
        return new Principal(TERMINAL, id, null);
    }

    public static Principal reseller(String id) {
        return new Principal(RESELLER, id, RESELLER_USER);
    }

    boolean isTerminal() {
        return TERMINAL.equals(type);
    }

    boolean isReseller() {
        return RESELLER.equals(type);
    }

    boolean isResellerUser() {
        return isReseller() && RESELLER_USER.equals(userId);
    }
}
