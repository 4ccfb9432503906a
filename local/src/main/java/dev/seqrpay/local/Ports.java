package dev.seqrpay.local;

import java.util.Set;

/** Where things listen; 0 is any free port. */
public record Ports(int api, int simulator, int shop, int sockets) {
    static final Ports DEFAULT = from(8080);
    public static final Ports FREE = new Ports(0, 0, 0, 0);
    static final Set<String> OPTIONS =
            Set.of("--port-base", "--api-port", "--simulator-port", "--shop-port", "--socket-port");

    private static Ports from(int base) {
        return new Ports(base, base + 1, base + 2, base + 3);
    }

    static Ports of(Arguments arguments) {
        Ports base = from(arguments.port("--port-base", DEFAULT.api));
        return new Ports(
                arguments.port("--api-port", base.api),
                arguments.port("--simulator-port", base.simulator),
                arguments.port("--shop-port", base.shop),
                arguments.port("--socket-port", base.sockets));
    }

    /** The option that moves what wanted this port. */
    String optionOf(int port) {
        if (port == api) return "--api-port";
        if (port == sockets) return "--socket-port";
        return port == simulator ? "--simulator-port" : "--shop-port";
    }
}
