package dev.seqrpay.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seqrpay.local.aws.schedule.Schedule;
import dev.seqrpay.local.stack.MovableClock;
import dev.seqrpay.loopback.DeveloperPage;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Methods;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/** Where the run's clock is read ({@code GET}) and moved forward ({@code POST}, with an ISO 8601 duration as the body). */
final class ClockSite {
    private final MovableClock clock;
    private final Schedule schedule;

    ClockSite(MovableClock clock, Schedule schedule) {
        this.clock = clock;
        this.schedule = schedule;
    }

    HttpHandler handler() {
        return this::answer;
    }

    private void answer(HttpServerExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals(Methods.POST) && !move(exchange)) return;
        DeveloperPage.json(
                exchange, JSON.std.asString(Map.of("now", clock.instant().toString())));
    }

    /** What is due every minute is done at once, and once more for what that has left. */
    private boolean move(HttpServerExchange exchange) throws IOException {
        try {
            clock.advance(Duration.parse(new String(exchange.getInputStream().readAllBytes(), UTF_8)));
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException wrong) {
            exchange.setStatusCode(400).endExchange();
            return false;
        }
        schedule.runAll();
        schedule.runAll();
        return true;
    }
}
