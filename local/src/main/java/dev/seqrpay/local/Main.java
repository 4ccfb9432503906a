package dev.seqrpay.local;

import dev.seqrpay.local.http.PortInUseException;
import dev.seqrpay.local.simulation.Options;
import dev.seqrpay.local.simulator.SimulatorCommand;
import dev.seqrpay.local.stack.Data;
import dev.seqrpay.local.template.TemplateException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code ./seqrpay VERB …}. */
public final class Main {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final String HELP = """
            ./seqrpay up                        run everything on this machine and print where it is
            ./seqrpay demo                      one whole purchase with nobody at the keyboard
            ./seqrpay invoke FUNCTION FILE      one function with one event, like sam local invoke
            ./seqrpay simulator                 SEQR alone
            ./seqrpay pay REF                   the payer's phone: scan and pay (REF or the QR code's text)
            ./seqrpay cancel REF                the payer's phone: scan and cancel
            ./seqrpay merchant ID               a webshop and its secret key, written to a deployed table
            ./seqrpay simulate                  the payment logic on virtual time under faults: is money ever lost?
            ./seqrpay screenshots               pictures of all that shoppers see, to docs/screenshots/
            ./seqrpay help                      this

            up, demo, invoke   --seqr URL --terminal ID --password WORD    another SEQR than the simulator
            up                 --api-port 8080 --simulator-port 8081 --shop-port 8082 --socket-port 8083
                               --port-base 8080                            all four, one after the other
            simulator          --port 8081 --terminal ID --password WORD
            pay, cancel        --simulator http://127.0.0.1:8081
            pay                --pin 1234
            simulate           --payments 10000 --seed N --faults none|bad-day|full
                               --notifications-lost SHARE --browsers-gone SHARE --bug NAME
                               --interleavings 2|3        every order of the steps of so many handlers
            merchant           --table NAME --name WORDS --origins https://shop.example,…
                               --accent #1f3d36 --logo FILE.png     how its payment pages look
                               --key-environment live --key-number 1
            """;

    private final PrintStream out;
    private final PrintStream err;

    Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        System.exit(new Main(System.out, System.err).run(args));
    }

    /** The exit status: 0, 1 if it failed, 2 if it was not understood. */
    int run(String... args) {
        try {
            return args.length == 0
                    ? misused("Which verb?")
                    : verb(args[0], List.of(args).subList(1, args.length));
        } catch (UsageException e) {
            return misused(e.getMessage());
        } catch (FailedException | PortInUseException | Data.InUseException | TemplateException | IOException e) {
            err.println(e.getMessage());
            return FAILED;
        }
    }

    private int verb(String verb, List<String> words) throws IOException {
        return switch (verb) {
            case "up" -> new Up(out, err).run(Arguments.parse(words, Up.OPTIONS));
            case "demo" -> new Demo(out, err).run(Arguments.parse(words, SeqrOptions.NAMES));
            case "invoke" -> new Invoke(out, err).run(Arguments.parse(words, SeqrOptions.NAMES));
            case "simulator" -> simulator("run", words);
            case "pay", "cancel" -> simulator(verb, words);
            case "merchant" -> new MerchantCommand(out).run(Arguments.parse(words, MerchantCommand.OPTIONS));
            case "simulate" -> new Simulate(out).run(Arguments.parse(words, Options.NAMES));
            case "screenshots" -> new Screenshots(out).run(Arguments.parse(words, Set.of()));
            case "help", "--help", "-h" -> help();
            default -> misused("Unknown verb " + verb);
        };
    }

    private int simulator(String verb, List<String> words) {
        List<String> command = new ArrayList<>(List.of(verb));
        command.addAll(words);
        return new SimulatorCommand(out, err).run(command.toArray(String[]::new));
    }

    private int help() {
        out.print(HELP);
        return DONE;
    }

    private int misused(String complaint) {
        err.println(complaint);
        err.print(HELP);
        return MISUSED;
    }
}
