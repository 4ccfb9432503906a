package dev.seqrpay.simulator.core;

import org.jspecify.annotations.Nullable;

/** What every request begins with (contract, "Types"). Missing parts are null. */
public record ClientContext(
        @Nullable String channel,
        @Nullable String clientComment,
        @Nullable String clientId,
        @Nullable String clientReference,
        @Nullable Long clientRequestTimeout,
        @Nullable Principal principal,
        @Nullable Password password) {
    private static final int CHANNEL = 40;
    private static final int COMMENT = 80;
    private static final int REFERENCE = 32;

    /** Of a request that has none. */
    public static final ClientContext NONE = new ClientContext(null, null, null, null, null, null, null);

    public static ClientContext of(@Nullable Principal principal, @Nullable String password) {
        return new ClientContext("WS", null, "simulator", null, 0L, principal, Password.of(password));
    }

    void check() {
        boolean valid = isZero(clientRequestTimeout)
                && fits(channel, CHANNEL)
                && fits(clientComment, COMMENT)
                && fits(clientReference, REFERENCE);
        if (!valid) throw new Refused(ResultCode.INVALID_INVOICE_DATA);
    }

    private static boolean isZero(@Nullable Long timeout) {
        return timeout == null || timeout == 0;
    }

    private static boolean fits(@Nullable String text, int limit) {
        return text == null || text.length() <= limit;
    }
}
