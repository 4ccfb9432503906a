package dev.seqrpay.local.aws.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqrpay.local.aws.function.FunctionHost;
import dev.seqrpay.local.aws.function.Functions;
import dev.seqrpay.local.aws.template.TemplateException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

class ScheduleTest {
    private static final Duration OFTEN = Duration.ofMillis(5);

    private final BlockingQueue<String> errors = new LinkedBlockingQueue<>();
    private final Schedule schedule = new Schedule(errors::add);

    @AfterEach
    void close() {
        schedule.close();
    }

    @Test
    void readsRates() {
        assertThat(Rate.parse("rate(1 minute)")).isEqualTo(Duration.ofMinutes(1));
        assertThat(Rate.parse("rate(5 minutes)")).isEqualTo(Duration.ofMinutes(5));
        assertThat(Rate.parse("rate(2 hours)")).isEqualTo(Duration.ofHours(2));
        assertThat(Rate.parse("rate(1 day)")).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void namesAnExpressionThatItCannotRun() {
        assertThatThrownBy(() -> Rate.parse("cron(0 4 * * ? *)"))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("cron(0 4 * * ? *)");
    }

    @Test
    void sendsAnInputOfItsOwnInstead() throws Exception {
        BlockingQueue<Map<String, Object>> events = new LinkedBlockingQueue<>();
        FunctionHost function = Functions.host((in, out, context) -> events.add(JSON.std.mapFrom(in)));
        schedule.every(OFTEN, function, Optional.of("{\"routeKey\":\"touch\"}"));

        assertThat(events.take()).isEqualTo(Map.of("routeKey", "touch"));
    }

    @Test
    void sendsTheSchedulersEventEachTime() throws Exception {
        BlockingQueue<Map<String, Object>> events = new LinkedBlockingQueue<>();
        schedule.every(OFTEN, Functions.host((in, out, context) -> events.add(JSON.std.mapFrom(in))), Optional.empty());

        assertThat(events.take())
                .containsEntry("source", "aws.scheduler")
                .containsEntry("detail-type", "Scheduled Event")
                .containsEntry("detail", "{}")
                .containsKeys("id", "account", "time", "region", "resources");
        assertThat(events.take()).isNotNull();
    }

    @Test
    void goesOnAfterACallThatFailed() throws Exception {
        FunctionHost failing = Functions.host((in, out, context) -> {
            throw new IOException("no");
        });
        schedule.every(OFTEN, failing, Optional.empty());

        assertThat(errors.take()).contains("Tested");
        assertThat(errors.take()).contains("Tested");
    }

    @Test
    void doesNotOvertakeACallThatStillRuns() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        AtomicInteger mostAtOnce = new AtomicInteger();
        CountDownLatch five = new CountDownLatch(5);
        schedule.every(
                OFTEN,
                Functions.host((in, out, context) -> {
                    mostAtOnce.accumulateAndGet(calls.incrementAndGet(), Math::max);
                    spend(OFTEN.multipliedBy(3));
                    calls.decrementAndGet();
                    five.countDown();
                }),
                Optional.empty());

        assertThat(five.await(2, TimeUnit.MINUTES)).isTrue();
        assertThat(mostAtOnce).hasValue(1);
    }

    private static void spend(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) Thread.onSpinWait();
    }
}
