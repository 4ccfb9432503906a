package dev.seqrpay.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Looks whether a shop can be paid. */
@Command(
        name = "doctor",
        description = "whether a shop can be paid: its key, its SEQR account, notifications, the clock, its webhooks",
        footer = {"", "A line for each thing that was looked at; fails if one of them is not fine."})
final class DoctorCommand implements Callable<Integer> {
    private final PrintStream out;

    @Mixin
    private ApiOptions options;

    DoctorCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        Map<String, Object> health = options.api().get("/health");
        for (Object check : JsonParts.list(health, "checks")) {
            Map<?, ?> seen = (Map<?, ?>) check;
            out.println((Boolean.TRUE.equals(seen.get("fine")) ? "fine   " : "WRONG  ") + seen.get("check") + "  "
                    + seen.get("detail"));
        }
        return Boolean.TRUE.equals(health.get("healthy")) ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
