package dev.seqrpay.cli;

import dev.seqrpay.simulator.Phone;
import dev.seqrpay.simulator.Simulator;
import dev.seqrpay.simulator.SimulatorOptions;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * The simulator's verbs for a command line. Each returns the process's exit status: 0, 1 if it was refused, 2 if it was
 * not understood.
 */
public final class SimulatorCommand {
    private static final int DEFAULT_PORT = 8081;
    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int MISUSED = 2;
    public static final Set<String> OPTIONS = Set.of(
            "--port",
            "--terminal",
            "--password",
            "--reseller",
            "--reseller-password",
            "--shop",
            "--simulator",
            "--pin");
    private static final String USAGE = """
            run [--port N] [--terminal ID] [--password P] [--reseller ID] [--reseller-password P] [--shop NAME]
            pay CODE [--pin 1234] [--simulator http://127.0.0.1:8081]
            cancel CODE [--simulator http://127.0.0.1:8081]
            CODE is an invoice reference, a QR text, or a seqr link.""";

    private final PrintStream out;
    private final PrintStream err;

    public SimulatorCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** The first argument is the verb: {@code run} (which stays until it is killed), {@code pay}, or {@code cancel}. */
    public int run(String... arguments) {
        try {
            return perform(new ArrayList<>(List.of(arguments)));
        } catch (Phone.Failed | IllegalStateException refused) {
            err.println(refused.getMessage());
            return REFUSED;
        } catch (IllegalArgumentException misused) {
            err.println(misused.getMessage() == null ? USAGE : misused.getMessage() + "\n" + USAGE);
            return MISUSED;
        }
    }

    private int perform(List<String> arguments) {
        Map<String, String> options = takeOptions(arguments);
        String verb = arguments.isEmpty() ? "run" : arguments.remove(0);
        switch (verb) {
            case "run" -> serve(options);
            case "pay" -> out.println(phone(options).pay(code(arguments), options.getOrDefault("--pin", "1234")));
            case "cancel" -> out.println(phone(options).cancel(code(arguments)));
            default -> throw new IllegalArgumentException("Unknown: " + verb);
        }
        return DONE;
    }

    private void serve(Map<String, String> options) {
        try (Simulator simulator = Simulator.start(simulatorOptions(options))) {
            out.println("SEQR simulator: " + simulator.url());
            out.println("SOAP:           " + simulator.soapUrl());
            out.println("Phone:          " + simulator.url().resolve("/phone"));
            new CountDownLatch(1).await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private SimulatorOptions simulatorOptions(Map<String, String> given) {
        SimulatorOptions standard = SimulatorOptions.standard();
        return standard.port(port(given.getOrDefault("--port", String.valueOf(DEFAULT_PORT))))
                .terminal(
                        given.getOrDefault("--terminal", standard.terminalId()),
                        given.getOrDefault("--password", standard.terminalPassword()))
                .reseller(
                        given.getOrDefault("--reseller", standard.resellerId()),
                        given.getOrDefault("--reseller-password", standard.resellerPassword()))
                .shopName(given.getOrDefault("--shop", standard.shopName()))
                .log(out::println);
    }

    private static int port(String text) {
        if (!text.matches("[0-9]{1,5}")) throw new IllegalArgumentException("Not a port: " + text);
        return Integer.parseInt(text);
    }

    private static Phone phone(Map<String, String> options) {
        return new Phone(URI.create(options.getOrDefault("--simulator", "http://127.0.0.1:" + DEFAULT_PORT)));
    }

    private static String code(List<String> arguments) {
        if (arguments.size() != 1) throw new IllegalArgumentException("Which invoice?");
        return arguments.get(0);
    }

    private static Map<String, String> takeOptions(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.size(); ) {
            if (!arguments.get(i).startsWith("--")) {
                i++;
                continue;
            }
            String name = arguments.remove(i);
            if (!OPTIONS.contains(name)) throw new IllegalArgumentException("Unknown option: " + name);
            if (i == arguments.size()) throw new IllegalArgumentException(name + " needs a value");
            options.put(name, arguments.remove(i));
        }
        return options;
    }
}
