package dev.seqrpay.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Moves the clock of the {@code up} that runs: functions, queues and SEQR, so that what takes days is seen in seconds. */
@Command(
        name = "clock",
        description = "the time of the up that runs: show it, or move it forward",
        footer = {
            "",
            "./seqrpay clock            shows it",
            "./seqrpay clock +15m       expiry, sweeps, retries: what would be due by then is done",
            "It stays ahead on the same data, and cannot be moved back."
        })
final class ClockCommand implements Callable<Integer> {
    private static final Pattern AHEAD = Pattern.compile("\\+([0-9]{1,6})([smhd])");

    private final PrintStream out;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "+N", description = "how far: +30s, +15m, +2h or +3d")
    private @Nullable String ahead;

    @Mixin
    private DataOption data;

    ClockCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        RunningStack up = RunningStack.in(data.folder())
                .orElseThrow(() -> new FailedException("No ./seqrpay up runs on " + data.folder()));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(up.shop() + "/clock"));
        if (ahead != null) request.POST(BodyPublishers.ofString(duration().toString()));
        out.println(send(request.build()));
        return ExitCode.OK;
    }

    private Duration duration() {
        Matcher matcher = AHEAD.matcher(ahead);
        if (!matcher.matches())
            throw new ParameterException(
                    spec.commandLine(), "The clock is moved by +30s, +15m, +2h or +3d: not " + ahead);
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private static String send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> answer = HttpClient.newBuilder()
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .build()
                    .send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) throw new FailedException("The clock could not be moved");
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailedException("interrupted");
        }
    }
}
