package dev.seqrpay.simulator.core;

/** The shop as SEQR's customer: user 9900 of it registers terminals and fetches the shop's reports. */
public record Reseller(String id, Password password) {
    public static Reseller of(String id, String password) {
        return new Reseller(id, new Password(password));
    }
}
