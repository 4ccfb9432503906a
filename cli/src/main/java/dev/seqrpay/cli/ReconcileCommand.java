package dev.seqrpay.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Compares SEQR's report with the table. */
@Command(
        name = "reconcile",
        description = "whether SEQR's report and the table say the same: marks a period now, or shows one of before",
        footer = {
            "",
            "Without ID it ends the shop's period at SEQR. Prints how it stands and a line for each difference;",
            "fails if there is one, or if it is not compared yet: then ask again with its ID."
        })
final class ReconcileCommand implements Callable<Integer> {
    private final PrintStream out;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "such as rec_12")
    private @Nullable String id;

    @Mixin
    private ApiOptions options;

    ReconcileCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        ShopApi api = options.api();
        Map<String, Object> said =
                id == null ? api.call("POST", "/reconciliations", null) : api.get("/reconciliations/" + id);
        String state = JsonParts.text(said, "state");
        out.println(JsonParts.text(said, "id") + "  " + JsonParts.text(said, "day") + "  " + state
                + (said.containsKey("problem") ? "  " + said.get("problem") : ""));
        if (!said.containsKey("differences")) return ExitCode.SOFTWARE;
        out.println(said.get("payments") + " payments, " + said.get("refunds") + " refunds, " + said.get("agreed")
                + " agree, " + said.get("differenceCount") + " differences");
        for (Object difference : JsonParts.list(said, "differences")) out.println(line((Map<?, ?>) difference));
        return Integer.valueOf(0).equals(said.get("differenceCount")) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static String line(Map<?, ?> difference) {
        StringBuilder line = new StringBuilder();
        difference.forEach((name, value) ->
                line.append(line.isEmpty() ? "" : "  ").append(name.equals("kind") ? value : name + " " + value));
        return line.toString();
    }
}
