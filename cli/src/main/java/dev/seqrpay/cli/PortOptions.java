package dev.seqrpay.cli;

import dev.seqrpay.local.PortNumbers;
import dev.seqrpay.local.PortNumbersBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where things listen. */
final class PortOptions {
    @Option(
            names = "--port-base",
            paramLabel = "PORT",
            converter = PortNumber.class,
            defaultValue = "8080",
            description = "the first of four in a row: ${DEFAULT-VALUE}")
    private int base;

    @Option(
            names = "--api-port",
            paramLabel = "PORT",
            converter = PortNumber.class,
            description = "instead of the first; 0 is any free one")
    private @Nullable Integer api;

    @Option(
            names = "--simulator-port",
            paramLabel = "PORT",
            converter = PortNumber.class,
            description = "instead of the second")
    private @Nullable Integer simulator;

    @Option(
            names = "--shop-port",
            paramLabel = "PORT",
            converter = PortNumber.class,
            description = "instead of the third")
    private @Nullable Integer shop;

    @Option(
            names = "--socket-port",
            paramLabel = "PORT",
            converter = PortNumber.class,
            description = "instead of the fourth")
    private @Nullable Integer sockets;

    PortNumbers ports() {
        PortNumbers row = PortNumbers.from(base);
        return PortNumbersBuilder.builder()
                .api(either(api, row.api()))
                .simulator(either(simulator, row.simulator()))
                .shop(either(shop, row.shop()))
                .sockets(either(sockets, row.sockets()))
                .build();
    }

    private static int either(@Nullable Integer given, int otherwise) {
        return given == null ? otherwise : given;
    }

    /** The option that moves what wanted this port. */
    static String of(PortNumbers ports, int port) {
        if (port == ports.api()) return "--api-port";
        if (port == ports.sockets()) return "--socket-port";
        return port == ports.simulator() ? "--simulator-port" : "--shop-port";
    }
}
