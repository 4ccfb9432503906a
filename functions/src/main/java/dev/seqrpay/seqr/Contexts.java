package dev.seqrpay.seqr;

import dev.seqrpay.seqr.wsdl.ClientContext;
import dev.seqrpay.seqr.wsdl.PrincipalId;
import java.util.function.Supplier;

/** Who calls: the context that SEQR wants in each request. */
final class Contexts {
    private final Terminal terminal;
    private final Supplier<String> clientReferences;

    /** @param clientReferences up to 32 characters, new each time, which SEQR's support can look a call up by */
    Contexts(Terminal terminal, Supplier<String> clientReferences) {
        this.terminal = terminal;
        this.clientReferences = clientReferences;
    }

    ClientContext next() {
        PrincipalId principal = new PrincipalId();
        principal.setId(terminal.id());
        principal.setType(terminal.type());
        principal.setUserId(terminal.userId());
        ClientContext context = new ClientContext();
        context.setChannel("WS");
        context.setClientId(terminal.clientId());
        context.setClientReference(clientReferences.get());
        context.setClientRequestTimeout(0L);
        context.setInitiatorPrincipalId(principal);
        context.setPassword(terminal.password());
        return context;
    }
}
