package dev.seqrpay.cli;

import dev.seqrpay.loopback.PortInUseException;
import dev.seqrpay.simulator.Simulator;
import dev.seqrpay.simulator.SimulatorOptions;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** The simulator alone, until it is interrupted. */
@Command(name = "simulator", description = "SEQR alone")
final class SimulatorCommand implements Callable<Integer> {
    private static final SimulatorOptions STANDARD = SimulatorOptions.standard();

    private final PrintStream out;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            converter = PortNumber.class,
            defaultValue = "8081",
            description = "where it listens: ${DEFAULT-VALUE}; 0 is any free one")
    private int port;

    @Option(names = "--terminal", paramLabel = "ID", description = "a terminal that is there from the beginning")
    private String terminal = STANDARD.terminalId();

    @Option(names = "--password", paramLabel = "WORD", description = "of that terminal")
    private String password = STANDARD.terminalPassword();

    @Option(names = "--reseller", paramLabel = "ID", description = "whose user 9900 registers terminals")
    private String reseller = STANDARD.resellerId();

    @Option(names = "--reseller-password", paramLabel = "WORD", description = "of that user")
    private String resellerPassword = STANDARD.resellerPassword();

    @Option(names = "--shop", paramLabel = "NAME", description = "what the payer's phone calls the terminal")
    private String shop = STANDARD.shopName();

    SimulatorCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        try (Simulator simulator = start()) {
            out.println("SEQR simulator: " + simulator.url());
            out.println("SOAP:           " + simulator.soapUrl());
            out.println("Phone:          " + simulator.url().resolve("/phone"));
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.OK;
    }

    private Simulator start() {
        try {
            return Simulator.start(STANDARD.port(port)
                    .terminal(terminal, password)
                    .reseller(reseller, resellerPassword)
                    .shopName(shop)
                    .log(out::println));
        } catch (PortInUseException e) {
            throw new FailedException(e.getMessage() + ": stop what listens there, or choose another one with --port");
        }
    }
}
