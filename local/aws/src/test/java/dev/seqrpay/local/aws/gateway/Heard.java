package dev.seqrpay.local.aws.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The messages that come out of a socket, each whole. */
public final class Heard implements WebSocket.Listener {
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final StringBuilder parts = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean isLast) {
        parts.append(text);
        if (isLast) {
            messages.add(parts.toString());
            parts.setLength(0);
        }
        socket.request(1);
        return null;
    }

    public String next() throws InterruptedException {
        String message = messages.poll(2, TimeUnit.MINUTES);
        assertThat(message).as("a message").isNotNull();
        return message;
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }
}
