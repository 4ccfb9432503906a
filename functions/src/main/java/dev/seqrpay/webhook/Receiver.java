package dev.seqrpay.webhook;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The shops' own servers. */
public interface Receiver {

    /**
     * What a server answered. Its body is not read, because it decides nothing.
     *
     * @param retryAfter how long it asks us to wait, or {@code null}
     */
    record Answer(int status, @Nullable Duration retryAfter) {
        boolean isSuccess() {
            return status / 100 == 2;
        }
    }

    /**
     * Posts once and follows no redirect.
     *
     * @throws IOException with a reason that the shop may be shown, if there was no answer, in time, from an address that may be
     *     called
     */
    Answer post(URI url, WebhookMessage message) throws IOException;
}
