package dev.seqrpay.local.aws.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seqrpay.local.aws.function.FunctionHost;
import dev.seqrpay.local.aws.function.InvocationException;
import dev.seqrpay.local.aws.template.ScheduleEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tools.jackson.jr.ob.JSON;

/**
 * EventBridge Scheduler: calls each function at its rate, the first time one period from now. A call that is still running
 * when the next one is due is not overtaken: the next one comes when it has ended.
 */
public final class Schedule implements AutoCloseable {
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2, Schedule::daemon);
    private final List<FunctionHost> served = new CopyOnWriteArrayList<>();
    private final Consumer<String> errors;

    public Schedule(Consumer<String> errors) {
        this.errors = errors;
    }

    /** Calls every function that a schedule calls with its own event, now, one after the other: the clock was moved. */
    public void runAll() {
        served.forEach(function -> fire(function, Optional.empty()));
    }

    public void serve(List<FunctionHost> functions) {
        for (FunctionHost function : functions)
            for (ScheduleEvent event : function.function().schedules())
                every(Rate.parse(event.expression()), function, event.input());
        functions.stream()
                .filter(function -> function.function().schedules().stream()
                        .anyMatch(event -> event.input().isEmpty()))
                .forEach(served::add);
    }

    /** @param input that it is sent instead of the Scheduler's own event */
    void every(Duration period, FunctionHost function, Optional<String> input) {
        clock.scheduleAtFixedRate(
                () -> fire(function, input), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void fire(FunctionHost function, Optional<String> input) {
        try {
            function.invoke(
                    input.isPresent()
                            ? input.get().getBytes(UTF_8)
                            : event(Instant.now(), function.function().name()));
        } catch (InvocationException | IOException | RuntimeException e) {
            // a periodic task that throws is never run again
            errors.accept("The schedule's call failed: " + e.getMessage());
        }
    }

    static byte[] event(Instant now, String function) throws IOException {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("version", "0");
        event.put("id", UUID.randomUUID().toString());
        event.put("detail-type", "Scheduled Event");
        event.put("source", "aws.scheduler");
        event.put("account", "000000000000");
        event.put("time", now.truncatedTo(ChronoUnit.SECONDS).toString());
        event.put("region", "eu-north-1");
        event.put("resources", List.of("arn:aws:scheduler:eu-north-1:000000000000:schedule/default/" + function));
        event.put("detail", "{}");
        return JSON.std.asBytes(event);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "schedule");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
