package dev.seqrpay.simulator.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who may call, and how a caller proves it: 20, 21, 29 and 37 of the contract's "Where each comes from". */
final class Principals {
    private final Map<String, Terminal> terminals = new LinkedHashMap<>();
    private final Map<String, Reseller> resellers = new LinkedHashMap<>();

    void add(Terminal terminal) {
        terminals.put(terminal.id(), terminal);
    }

    void add(Reseller reseller) {
        resellers.put(reseller.id(), reseller);
    }

    void remove(Terminal terminal) {
        terminals.remove(terminal.id());
    }

    List<Terminal> terminals() {
        return List.copyOf(terminals.values());
    }

    /** The terminal that calls; one with too short a password is refused before the password is looked at. */
    Terminal terminal(ClientContext context, boolean refuseShortPassword) {
        Terminal terminal = terminals.get(named(context, Principal.TERMINAL).id());
        if (terminal == null) throw new Refused(ResultCode.INVALID_INITIATOR_PRINCIPAL_ID);
        if (refuseShortPassword
                && context.password() != null
                && context.password().isTooShort()) throw new Refused(ResultCode.ACCESS_DENIED);
        authenticate(context, terminal.password());
        return terminal;
    }

    Reseller reseller(ClientContext context) {
        Principal principal = named(context, Principal.RESELLER);
        Reseller reseller = resellers.get(principal.id());
        if (reseller == null || !principal.isResellerUser())
            throw new Refused(ResultCode.INITIATOR_PRINCIPAL_NOT_FOUND);
        authenticate(context, reseller.password());
        return reseller;
    }

    /** One kind of principal cannot do the other's work; a kind that SEQR does not know can do nothing. */
    private static Principal named(ClientContext context, String type) {
        Principal principal = context.principal();
        if (principal == null || !(principal.isTerminal() || principal.isReseller()))
            throw new Refused(ResultCode.INVALID_INITIATOR_PRINCIPAL_ID);
        if (!type.equals(principal.type())) throw new Refused(ResultCode.ACCESS_DENIED);
        return principal;
    }

    private static void authenticate(ClientContext context, Password expected) {
        if (!expected.equals(context.password())) throw new Refused(ResultCode.AUTHENTICATION_FAILED);
        context.check();
    }
}
