package dev.seqrpay.local.simulator.core;

/** A shop's till: what makes invoices, and whose they are. */
public record Terminal(String id, String externalId, Password password, String name, String resellerId, String seqrId) {

    public static Terminal of(String id, String password, String name, String resellerId) {
        return new Terminal(id, id, new Password(password), name, resellerId, null);
    }

    Terminal withSeqrId(String seqrId) {
        return new Terminal(id, externalId, password, name, resellerId, seqrId);
    }
}
