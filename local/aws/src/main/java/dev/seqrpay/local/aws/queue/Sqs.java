package dev.seqrpay.local.aws.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seqrpay.local.aws.http.CallingFunction;
import dev.seqrpay.local.aws.template.QueueResource;
import dev.seqrpay.local.aws.template.QueueResource.Redrive;
import dev.seqrpay.loopback.LocalServer;
import dev.seqrpay.loopback.ProgramsOnly;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * AWS SQS: the template's queues, and as much of its interface as functions use, which send. Receiving is the work of the
 * {@link EventSource}, as it is Lambda's in AWS.
 */
public final class Sqs implements AutoCloseable {
    private static final String SEND = "AmazonSQS.SendMessage";
    private static final int MAX_DELAY_SECONDS = 900;

    private final Map<String, Queue> byName = new ConcurrentHashMap<>();
    private final AtWork atWork = new AtWork();
    private final InstantSource clock;
    private final LocalServer server;

    public Sqs(List<QueueResource> queues, InstantSource clock) {
        this.clock = clock;
        queues.forEach(queue -> byName.put(queue.name(), queue(queue)));
        this.server = LocalServer.start(0, new ProgramsOnly(this::answer));
    }

    private Queue queue(QueueResource queue) {
        int maxReceives = queue.redrive().map(Redrive::maxReceives).orElse(Integer.MAX_VALUE);
        return new Queue(clock, queue.visibilityTimeout(), maxReceives, body -> queue.redrive()
                .ifPresent(redrive -> queue(redrive.deadLetters()).send(body, Duration.ZERO)));
    }

    public String url() {
        return server.url();
    }

    public Queue queue(String arn) {
        return Optional.ofNullable(byName.get(arn.substring(arn.lastIndexOf(':') + 1)))
                .orElseThrow(() -> new NoSuchElementException("No queue " + arn));
    }

    AtWork atWork() {
        return atWork;
    }

    private void answer(HttpServerExchange exchange) throws IOException {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        Map<String, Object> request = parse(exchange.getInputStream().readAllBytes());
        if (SEND.equals(target)) send(exchange, request);
        else refuse(exchange, "UnsupportedOperation", "Only " + SEND + " is served here");
    }

    private static Map<String, Object> parse(byte[] body) {
        try {
            return JSON.std.mapFrom(body);
        } catch (JacksonException notJson) {
            return Map.of();
        }
    }

    private void send(HttpServerExchange exchange, Map<String, Object> request) {
        String url = String.valueOf(request.get("QueueUrl"));
        Queue queue = byName.get(url.substring(url.lastIndexOf('/') + 1));
        int delay = request.get("DelaySeconds") instanceof Number seconds ? seconds.intValue() : 0;
        String body = String.valueOf(request.get("MessageBody"));
        if (queue == null) refuse(exchange, "QueueDoesNotExist", "The specified queue does not exist.");
        else if (delay < 0 || delay > MAX_DELAY_SECONDS)
            refuse(exchange, "InvalidParameterValue", "DelaySeconds must be from 0 to " + MAX_DELAY_SECONDS);
        else
            answer(
                    exchange,
                    200,
                    Map.of(
                            "MessageId",
                            queue.send(
                                    body, Duration.ofSeconds(delay), atWork.chain(CallingFunction.of(exchange), body)),
                            "MD5OfMessageBody",
                            md5(body)));
    }

    private static void refuse(HttpServerExchange exchange, String type, String message) {
        answer(exchange, 400, Map.of("__type", "com.amazonaws.sqs#" + type, "message", message));
    }

    private static void answer(HttpServerExchange exchange, int status, Map<String, String> body) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/x-amz-json-1.0");
        exchange.getResponseSender().send(JSON.std.asString(body), UTF_8);
    }

    /** The SDK holds each answer to it. */
    static String md5(String body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(body.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
