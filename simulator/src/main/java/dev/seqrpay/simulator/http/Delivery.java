package dev.seqrpay.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** The ways in which an answer reaches the caller, or does not. */
public final class Delivery {
    private static final int CHUNK = 8192;

    private Delivery() {}

    public static void send(HttpExchange exchange, Answer answer) throws IOException {
        begin(exchange, answer, answer.body().length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(answer.body());
        }
    }

    public static void drip(HttpExchange exchange, Answer answer, long millis) throws IOException {
        begin(exchange, answer, answer.body().length);
        try (OutputStream body = exchange.getResponseBody()) {
            for (byte one : answer.body()) {
                body.write(one);
                body.flush();
                pause(millis);
            }
        }
    }

    /** Blanks before the document: it is valid, and a client that reads it whole needs memory for all of it. */
    public static void huge(HttpExchange exchange, Answer answer, long bytes) throws IOException {
        byte[] blanks = new byte[CHUNK];
        Arrays.fill(blanks, (byte) ' ');
        begin(exchange, answer, bytes + answer.body().length);
        try (OutputStream body = exchange.getResponseBody()) {
            for (long left = bytes; left > 0; left -= CHUNK) body.write(blanks, 0, (int) Math.min(left, CHUNK));
            body.write(answer.body());
        }
    }

    public static void pause(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void begin(HttpExchange exchange, Answer answer, long length) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(answer.status(), length);
    }
}
