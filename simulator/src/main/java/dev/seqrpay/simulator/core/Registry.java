package dev.seqrpay.simulator.core;

import java.util.List;
import java.util.Objects;

/** The terminals: registered by a reseller user, unregistered and given a SEQR id by themselves. */
public final class Registry {
    private final Books books;

    Registry(Books books) {
        this.books = books;
    }

    /** All that exist now. */
    public List<Terminal> terminals() {
        return books.terminals();
    }

    /** Terminals and resellers that exist from the beginning. */
    public void add(Reseller reseller) {
        books.enter(now -> {
            books.principals().add(reseller);
            return null;
        });
    }

    public void add(Terminal terminal) {
        books.enter(now -> {
            books.principals().add(terminal);
            return null;
        });
    }

    /**
     * Too short a password is accepted here; the terminal then finds itself refused with 21.
     *
     * @return the id that the terminal has from now on
     */
    public String registerTerminal(ClientContext context, String externalId, Password password, String name) {
        return books.enter(now -> {
            Reseller reseller = books.principals().reseller(context);
            if (isMissing(externalId) || isMissing(name) || password == null || isMissing(password.text()))
                throw new Refused(ResultCode.REGISTRATION_NOT_POSSIBLE);
            if (isRegistered(externalId, reseller)) throw new Refused(ResultCode.REGISTRATION_PRINCIPAL_ALREADY_EXISTS);
            String id = books.references().terminal();
            books.principals().add(new Terminal(id, externalId, password, name, reseller.id(), null, true));
            return id;
        });
    }

    public void unregisterTerminal(ClientContext context) {
        books.enter(now -> {
            books.principals().remove(books.principals().terminal(context, true));
            return null;
        });
    }

    /** Letters and digits only, and unique. */
    public void assignSeqrId(ClientContext context, String seqrId) {
        books.enter(now -> {
            Terminal terminal = books.principals().terminal(context, false);
            if (seqrId == null || !seqrId.matches("[A-Za-z0-9]+") || isTaken(seqrId, terminal))
                throw new Refused(ResultCode.INVALID_SEQR_ID);
            books.principals().add(terminal.withSeqrId(seqrId));
            return null;
        });
    }

    private boolean isRegistered(String externalId, Reseller reseller) {
        return books.principals().terminals().stream()
                .anyMatch(known ->
                        known.externalId().equals(externalId) && Objects.equals(known.resellerId(), reseller.id()));
    }

    private boolean isTaken(String seqrId, Terminal by) {
        return books.principals().terminals().stream()
                .anyMatch(other ->
                        seqrId.equalsIgnoreCase(other.seqrId()) && !other.id().equals(by.id()));
    }

    private static boolean isMissing(String text) {
        return text == null || text.isBlank();
    }
}
