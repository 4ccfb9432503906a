package dev.seqrpay.simulator.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.xnio.IoUtils;

/** The ways in which an answer reaches the caller, or does not. */
public final class AnswerWriter {
    private static final int CHUNK = 8192;

    private AnswerWriter() {}

    public static void send(HttpServerExchange exchange, Answer answer) throws IOException {
        begin(exchange, answer, answer.body().length);
        try (OutputStream body = exchange.getOutputStream()) {
            body.write(answer.body());
        }
    }

    public static void drip(HttpServerExchange exchange, Answer answer, long millis) throws IOException {
        begin(exchange, answer, answer.body().length);
        try (OutputStream body = exchange.getOutputStream()) {
            for (byte one : answer.body()) {
                body.write(one);
                body.flush();
                pause(millis);
            }
        }
    }

    /** Blanks before the document: it is valid, and a client that reads it whole needs memory for all of it. */
    public static void huge(HttpServerExchange exchange, Answer answer, long bytes) throws IOException {
        byte[] blanks = new byte[CHUNK];
        Arrays.fill(blanks, (byte) ' ');
        begin(exchange, answer, bytes + answer.body().length);
        try (OutputStream body = exchange.getOutputStream()) {
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

    /** No answer at all: the caller sees its connection end. */
    public static void hangUp(HttpServerExchange exchange) {
        IoUtils.safeClose(exchange.getConnection());
    }

    private static void begin(HttpServerExchange exchange, Answer answer, long length) {
        exchange.setStatusCode(answer.status());
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, answer.contentType());
        exchange.setResponseContentLength(length);
    }
}
