package dev.seqrpay.seqr;

import java.time.Duration;
import java.util.function.Supplier;

/** Setting a shop up at SEQR: a reseller's user registers a terminal, which then has a password of its own. */
public final class SeqrTerminals {
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final Wire wire;
    private final Caller caller;
    private final Supplier<String> clientReferences;

    /** @param as a reseller's user to register, the terminal itself for the rest */
    public SeqrTerminals(
            Terminal as, SoapTransport transport, Supplier<String> clientReferences, CallListener listener) {
        this.wire = new Wire(as);
        this.caller = new Caller(transport, listener);
        this.clientReferences = clientReferences;
    }

    /** @return the new terminal's id */
    public String registerTerminal(String externalTerminalId, String password, String name) {
        return caller.call(
                wire.registerTerminal(clientReferences.get(), externalTerminalId, password, name), null, DEADLINE);
    }

    public void unregisterTerminal() {
        caller.call(wire.unregisterTerminal(clientReferences.get()), null, DEADLINE);
    }

    /** Gives the terminal a short name that payers can type instead of scanning. */
    public void assignSeqrId(String seqrId) {
        caller.call(wire.assignSeqrId(clientReferences.get(), seqrId), null, DEADLINE);
    }
}
