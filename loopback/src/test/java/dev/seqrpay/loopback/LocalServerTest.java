package dev.seqrpay.loopback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;

class LocalServerTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void an_answer_says_what_time_it_is_however_others_have_ended() {
        Instant first;
        try (LocalServer ended = LocalServer.start(0, exchange -> {})) {
            first = date(ended);
        }
        try (LocalServer server = LocalServer.start(0, exchange -> {})) {
            Await.until(() -> date(server).isAfter(first));
        }
    }

    private Instant date(LocalServer server) {
        try {
            String date = client.send(
                            HttpRequest.newBuilder(URI.create(server.url())).build(), BodyHandlers.discarding())
                    .headers()
                    .firstValue("date")
                    .orElseThrow();
            return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
