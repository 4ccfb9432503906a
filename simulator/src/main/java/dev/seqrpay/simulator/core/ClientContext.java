package dev.seqrpay.simulator.core;

/** What every request begins with (contract, "Types"). Missing parts are null. */
public record ClientContext(
        String channel,
        String clientComment,
        String clientId,
        String clientReference,
        Long clientRequestTimeout,
        Principal principal,
        Password password) {
    private static final int CHANNEL = 40;
    private static final int COMMENT = 80;
    private static final int REFERENCE = 32;

    public static ClientContext of(Principal principal, String password) {
        return new ClientContext("WS", null, "simulator", null, 0L, principal, new Password(password));
    }

    void check() {
        boolean valid = isZero(clientRequestTimeout)
                && fits(channel, CHANNEL)
                && fits(clientComment, COMMENT)
                && fits(clientReference, REFERENCE);
        if (!valid) throw new Refused(ResultCode.INVALID_INVOICE_DATA);
    }

    private static boolean isZero(Long timeout) {
        return timeout == null || timeout == 0;
    }

    private static boolean fits(String text, int limit) {
        return text == null || text.length() <= limit;
    }
}
