package dev.seqrpay.seqr;

import org.jspecify.annotations.Nullable;

/**
 * Tells SEQR in every request's {@code context} who calls (contract, "Types": clientContext, principalId).
 *
 * @param type {@code TERMINALID} or {@code RESELLERUSER}
 * @param userId {@code 9900} with {@code RESELLERUSER}, else {@code null}
 * @param clientId the calling software; for certification the company's name
 */
public record Terminal(String id, String type, @Nullable String userId, String password, String clientId) {

    /** A terminal, which is what payments are made with. */
    public static Terminal of(String terminalId, String password, String clientId) {
        return new Terminal(terminalId, "TERMINALID", null, password, clientId);
    }

    /** A reseller's user, which registers terminals and draws the reports of a shop. */
    public static Terminal ofReseller(String resellerId, String password, String clientId) {
        return new Terminal(resellerId, "RESELLERUSER", "9900", password, clientId);
    }

    @Override
    public String toString() {
        return type + " " + id;
    }
}
