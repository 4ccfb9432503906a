package dev.seqrpay.cli;

import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A day for the books. */
@Command(
        name = "settlements",
        description = "what was paid and given back on a day, as CSV, or as a voucher for the books",
        footer = {
            "",
            "The voucher is a SIE file of type 4I in code page 437, so send it to a file:",
            "./seqrpay settlements 2026-11-22 --sie > 2026-11-22.si"
        })
final class SettlementsCommand implements Callable<Integer> {
    private final PrintStream out;

    @Parameters(paramLabel = "DAY", description = "of the shop's time zone, such as 2026-11-22")
    private String day = "";

    @Option(names = "--sie", description = "the voucher, and not the list")
    private boolean isVoucher;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description = "of the voucher, if several were moved on that day")
    private @Nullable String currency;

    @Option(
            names = "--account",
            paramLabel = "NAME=NUMBER",
            description = "of your own, as in sales.25=3051 or clearing=1510; else those of BAS")
    private Map<String, String> accounts = Map.of();

    @Mixin
    private ApiOptions options;

    SettlementsCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        out.writeBytes(options.api().file("/settlements/" + encoded(day) + "?" + query()));
        out.flush();
        return ExitCode.OK;
    }

    private String query() {
        String query = "format=" + (isVoucher ? "sie" : "csv");
        if (currency != null) query += "&currency=" + encoded(currency);
        if (!accounts.isEmpty()) query += "&accounts=" + encoded(settings());
        return query;
    }

    private String settings() {
        return accounts.entrySet().stream()
                .map(each -> each.getKey() + ":" + each.getValue())
                .collect(Collectors.joining(","));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
