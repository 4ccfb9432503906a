package dev.seqrpay.cli;

import dev.seqrpay.local.PortNumbers;
import dev.seqrpay.local.Runner;
import dev.seqrpay.local.aws.Project;
import dev.seqrpay.local.demo.shop.PaymentApiException;
import dev.seqrpay.local.demo.shop.ShopPayment;
import dev.seqrpay.local.stack.Data;
import dev.seqrpay.simulator.Phone;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A whole purchase without a person at the keyboard. It has succeeded if the payment is PAID in the table and on the receipt. */
@Command(name = "demo", description = "one whole purchase without a person at the keyboard")
final class Demo implements Callable<Integer> {
    private static final Map<String, Integer> CART = Map.of("cup", 1, "beans", 2);
    private static final String PIN = "1234";

    private final PrintStream out;
    private final PrintStream err;

    @Mixin
    private SeqrOptions seqr;

    Demo(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws IOException {
        Project project = Project.find();
        try (Runner runner = Runner.start(project, Data.inMemory(project), seqr.account(), PortNumbers.FREE, err)) {
            return purchase(runner) ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (PaymentApiException e) {
            throw new FailedException(e.getMessage());
        }
    }

    private boolean purchase(Runner runner) throws PaymentApiException, IOException {
        SystemBrowser browser = new SystemBrowser();
        ShopPayment payment = runner.shop().buy(CART, runner.shopUrl());
        browser.open(payment.link("view"));
        runner.simulator()
                .ifPresentOrElse(
                        simulator -> pay(runner, payment, new Phone(simulator.url())),
                        () -> out.println("Scan and pay within 15 minutes: " + payment.qrCode()));
        browser.awaitOutcome(payment.link("status"), payment.expiresAt());
        String receipt = browser.open(payment.link("receipt"));
        return report(runner, payment, receipt);
    }

    private static void pay(Runner runner, ShopPayment payment, Phone phone) {
        Instant start = Instant.now();
        phone.pay(payment.qrCode(), PIN);
        runner.timeline().step(payment.id(), "payer", "SEQR", "scans, confirms with the PIN", start);
    }

    private boolean report(Runner runner, ShopPayment payment, String receipt) {
        String stored = storedState(runner, payment);
        boolean onReceipt = receipt.contains("PAID");
        out.println();
        out.println(runner.timeline().toText(payment.id()));
        out.println();
        out.println("In the table     " + stored);
        out.println("On the receipt   " + (onReceipt ? "PAID" : "not PAID"));
        runner.timeline()
                .notificationToPaid(payment.id())
                .ifPresent(took ->
                        out.println("From SEQR's notification to PAID in the table: " + took.toMillis() + " ms"));
        return stored.equals("PAID") && onReceipt;
    }

    /** Past the API and the code that wrote it. */
    private static String storedState(Runner runner, ShopPayment payment) {
        Map<String, AttributeValue> key = Map.of(
                "pk", AttributeValue.fromS("PAY#" + payment.id()),
                "sk", AttributeValue.fromS("META"));
        AttributeValue state = runner.stack()
                .tables()
                .item(RunningStack.of(runner).table(), key)
                .get("st");
        return state == null ? "nothing" : state.s();
    }
}
