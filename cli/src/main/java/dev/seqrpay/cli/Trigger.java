package dev.seqrpay.cli;

import dev.seqrpay.http.Json;
import dev.seqrpay.simulator.Phone;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes an event happen: a real payment of the simulator, paid, cancelled or refunded, and shows the event in the shop's feed. */
@Command(name = "trigger", description = "make an event happen by a real payment of the simulator")
final class Trigger implements Callable<Integer> {
    private static final Map<String, Object> AMOUNT = Map.of("currency", "SEK", "value", "149.00");

    private static final Set<String> TYPES =
            Set.of("payment.paid", "payment.cancelled", "payment.replaced", "refund.settled");

    private final PrintStream out;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "TYPE",
            description = "payment.paid, payment.cancelled, payment.replaced or refund.settled")
    private String type;

    @Option(names = "--pin", paramLabel = "PIN", defaultValue = "1234", description = "the payer's: ${DEFAULT-VALUE}")
    private String pin;

    @Mixin
    private ApiOptions options;

    Trigger(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        if (!TYPES.contains(type.replaceFirst("\\.v1$", "")))
            throw new ParameterException(
                    spec.commandLine(), "No payment of the simulator leads to " + type + " by itself");
        ShopApi api = options.api();
        String cursor = JsonParts.text(api.get("/events?after=now"), "next");
        String order = "trigger-" + System.nanoTime();
        Map<String, Object> payment = api.post("/checkout", order(order, "refuse"));
        switch (type.replaceFirst("\\.v1$", "")) {
            case "payment.paid" -> pay(payment);
            case "payment.cancelled" -> api.call("POST", "/payments/" + payment.get("id") + "/cancel", null);
            case "payment.replaced" -> api.post("/checkout", order(order, "replace"));
            case "refund.settled" -> {
                pay(payment);
                await(api, cursor, "payment.paid.v1", payment);
                api.post("/payments/" + payment.get("id") + "/refunds", Map.of("amount", AMOUNT));
            }
            default -> throw new IllegalStateException(type);
        }
        out.println(Json.write(await(api, cursor, type.replaceFirst("(\\.v1)?$", ".v1"), payment)));
        return ExitCode.OK;
    }

    private static Map<String, Object> order(String number, String openPayment) {
        return Map.of(
                "orderId",
                number,
                "openPayment",
                openPayment,
                "totalAmount",
                AMOUNT,
                "invoiceRows",
                List.of(Map.of("itemDescription", "Cap", "itemQuantity", "1", "itemTotalAmount", AMOUNT)));
    }

    private void pay(Map<String, Object> payment) {
        URI simulator = options.up()
                .simulator()
                .map(URI::create)
                .orElseThrow(() -> new FailedException("There is no simulator here to pay with"));
        new Phone(simulator).pay(JsonParts.text(payment, "qrCode"), pin);
    }

    private static Map<String, Object> await(ShopApi api, String from, String wanted, Map<String, Object> payment) {
        String cursor = from;
        for (int looks = 0; looks < 10; looks++) {
            Map<String, Object> page = api.get("/events?wait=5&after=" + cursor);
            for (Object each : JsonParts.list(page, "events")) {
                Map<String, Object> event = Json.asObject(each);
                boolean isIts = Objects.equals(Json.asObject(event.get("data")).get("id"), payment.get("id"));
                if (isIts && wanted.equals(event.get("type"))) return event;
            }
            cursor = JsonParts.text(page, "next");
        }
        throw new FailedException("The payment " + payment.get("id") + " has had no " + wanted);
    }
}
