package dev.seqrpay.local.demo.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seqrpay.loopback.DeveloperPage;
import io.undertow.Handlers;
import io.undertow.server.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/** The page that shows the timeline, and the data that it asks for each second. */
public final class TimelineSite {
    private final Timeline timeline;
    private final String page = read("timeline.html");

    public TimelineSite(Timeline timeline) {
        this.timeline = timeline;
    }

    public HttpHandler handler() {
        return Handlers.path()
                .addExactPath("/", exchange -> DeveloperPage.html(exchange, 200, page))
                .addExactPath(
                        "/data",
                        exchange ->
                                DeveloperPage.json(exchange, JSON.std.asString(Map.of("payments", timeline.toJson()))));
    }

    private static String read(String name) {
        try (InputStream file = TimelineSite.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
