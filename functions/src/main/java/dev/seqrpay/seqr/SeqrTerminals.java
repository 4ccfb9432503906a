package dev.seqrpay.seqr;

import java.time.Duration;
import java.util.function.Supplier;

/** Sets a shop up at SEQR: a reseller's user registers a terminal, which then has a password of its own. */
public final class SeqrTerminals {
    private static final Limit LIMIT = new Limit(Duration.ofSeconds(20), 64 << 10);

    private final TerminalMapping terminals;
    private final SoapCaller caller;

    /** @param as a reseller's user to register, the terminal itself for the rest */
    public SeqrTerminals(
            Terminal as, SoapTransport transport, Supplier<String> clientReferences, CallListener listener) {
        this(as, new SoapCaller(transport, listener), clientReferences);
    }

    SeqrTerminals(Terminal as, SoapCaller caller, Supplier<String> clientReferences) {
        this.terminals = new TerminalMapping(new Contexts(as, clientReferences));
        this.caller = caller;
    }

    /** @return the new terminal's id */
    public String registerTerminal(String externalTerminalId, String password, String name) {
        return caller.call(terminals.registerTerminal(externalTerminalId, password, name), null, LIMIT);
    }

    public void unregisterTerminal() {
        caller.call(terminals.unregisterTerminal(), null, LIMIT);
    }

    /** Gives the terminal a short name that payers can type instead of scanning. */
    public void assignSeqrId(String seqrId) {
        caller.call(terminals.assignSeqrId(seqrId), null, LIMIT);
    }
}
