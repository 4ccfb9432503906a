package dev.seqrpay.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.jr.ob.JSON;

/** What the shopper's browser does on the payment page: it opens pages and asks each second how the payment stands. */
final class SystemBrowser {
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(1);

    private final HttpClient http = HttpClient.newHttpClient();

    String open(String url) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            // the path holds a token and stays out of the message
            if (response.statusCode() != 200) throw new IOException("A page answered " + response.statusCode());
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    /** Returns the final status, or ISSUED if there is none by then. */
    String awaitOutcome(String statusUrl, Instant until) throws IOException {
        String status = status(statusUrl);
        while (status.equals("ISSUED") && Instant.now().isBefore(until)) {
            pause();
            status = status(statusUrl);
        }
        return status;
    }

    private String status(String url) throws IOException {
        return JsonParts.text(JSON.std.mapFrom(open(url)), "status");
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(BETWEEN_QUESTIONS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
