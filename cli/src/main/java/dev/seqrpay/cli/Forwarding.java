package dev.seqrpay.cli;

import dev.seqrpay.webhook.WebhookMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Posts events as webhooks are posted, with a secret of its own. */
record Forwarding(URI target, byte[] secret) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();
    private static final Duration TIME = Duration.ofSeconds(15);

    String secretText() {
        return "whsec_" + Base64.getEncoder().encodeToString(secret);
    }

    /** @return what the server answered, in words */
    String post(String id, String body, Instant now) {
        WebhookMessage message = WebhookMessage.signed(id, body, secret, now);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(target).timeout(TIME).POST(BodyPublishers.ofByteArray(message.body()));
        message.headers().forEach(request::header);
        try {
            return "HTTP "
                    + CLIENT.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return "no answer: " + e.getClass().getSimpleName();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
