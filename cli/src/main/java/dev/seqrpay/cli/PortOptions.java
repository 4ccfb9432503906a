package dev.seqrpay.cli;

import dev.seqrpay.local.Ports;
import java.util.Set;

/** The options that say where things listen. */
final class PortOptions {
    static final Set<String> NAMES =
            Set.of("--port-base", "--api-port", "--simulator-port", "--shop-port", "--socket-port");

    private PortOptions() {}

    static Ports read(Arguments arguments) {
        Ports base = Ports.from(arguments.port("--port-base", Ports.DEFAULT.api()));
        return new Ports(
                arguments.port("--api-port", base.api()),
                arguments.port("--simulator-port", base.simulator()),
                arguments.port("--shop-port", base.shop()),
                arguments.port("--socket-port", base.sockets()));
    }

    /** The option that moves what wanted this port. */
    static String of(Ports ports, int port) {
        if (port == ports.api()) return "--api-port";
        if (port == ports.sockets()) return "--socket-port";
        return port == ports.simulator() ? "--simulator-port" : "--shop-port";
    }
}
