package dev.seqrpay.simulation.port;

import dev.seqrpay.simulator.core.Reseller;
import dev.seqrpay.simulator.core.Seqr;
import dev.seqrpay.simulator.core.Terminal;

/** The shops' terminals as SEQR knows them. */
public final class Terminals {
    public static final String FIRST = "terminal";
    /** What an installation changes to. */
    static final String SECOND = "terminal2";

    static final String PASSWORD = "secret";

    private Terminals() {}

    public static void register(Seqr seqr) {
        seqr.registry().add(Reseller.of("reseller", PASSWORD));
        seqr.registry().add(Terminal.of(FIRST, PASSWORD, "Shop", "reseller"));
        seqr.registry().add(Terminal.of(SECOND, PASSWORD, "Other shop", "reseller"));
    }

    public static String of(int payment) {
        return payment % 4 == 0 ? SECOND : FIRST;
    }
}
