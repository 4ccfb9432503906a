package dev.seqrpay.simulator.core;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
    public String registerTerminal(
            ClientContext context, @Nullable String externalId, @Nullable Password password, @Nullable String name) {
        return books.enter(now -> {
            Reseller reseller = books.principals().reseller(context);
            String itsId = required(externalId);
            String itsName = required(name);
            Password itsPassword = new Password(required(password == null ? null : password.text()));
            if (isRegistered(itsId, reseller)) throw new Refused(ResultCode.REGISTRATION_PRINCIPAL_ALREADY_EXISTS);
            String id = books.references().terminal();
            books.principals().add(new Terminal(id, itsId, itsPassword, itsName, reseller.id(), null, true));
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
    public void assignSeqrId(ClientContext context, @Nullable String seqrId) {
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

    private static String required(@Nullable String text) {
        if (text == null || text.isBlank()) throw new Refused(ResultCode.REGISTRATION_NOT_POSSIBLE);
        return text;
    }
}
