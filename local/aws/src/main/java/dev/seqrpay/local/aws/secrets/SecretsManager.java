package dev.seqrpay.local.aws.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seqrpay.loopback.LocalServer;
import dev.seqrpay.loopback.ProgramsOnly;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** AWS Secrets Manager, as much of it as reading a secret, as it is and as it was before, and changing it takes. */
public final class SecretsManager implements AutoCloseable {
    private static final String SERVICE = "secretsmanager.";
    private static final String BEFORE = "AWSPREVIOUS";

    private final Map<String, String> secrets;
    private final Map<String, String> before = new ConcurrentHashMap<>();
    private final BiConsumer<String, String> changes;
    private final LocalServer server;

    /** @param secrets by ARN; one that is empty has not been given a value yet */
    public SecretsManager(Map<String, String> secrets) {
        this(secrets, (arn, text) -> {});
    }

    /** @param changes hears of a secret that is changed, by its ARN */
    public SecretsManager(Map<String, String> secrets, BiConsumer<String, String> changes) {
        this.secrets = new ConcurrentHashMap<>(secrets);
        this.changes = changes;
        this.server = LocalServer.start(0, new ProgramsOnly(this::answer));
    }

    public String url() {
        return server.url();
    }

    public String get(String arn) {
        return Optional.ofNullable(secrets.get(arn)).orElseThrow(() -> new NoSuchElementException("No secret " + arn));
    }

    /** What it said until now, if there was one, is what it said before. */
    public synchronized void put(String arn, String text) {
        Optional.ofNullable(secrets.put(arn, text))
                .filter(old -> !old.isEmpty())
                .ifPresent(old -> before.put(arn, old));
        changes.accept(arn, text);
    }

    private void answer(HttpServerExchange exchange) throws IOException {
        String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        Map<String, Object> request = request(exchange.getInputStream().readAllBytes());
        String arn = String.valueOf(request.get("SecretId"));
        boolean isKnown = target.equals(SERVICE + "GetSecretValue") || target.equals(SERVICE + "PutSecretValue");
        if (!isKnown)
            refuse(exchange, "UnknownOperationException", "Only GetSecretValue and PutSecretValue are served here");
        else if (!secrets.containsKey(arn)) notFound(exchange);
        else if (target.endsWith("GetSecretValue")) read(exchange, arn, request);
        else change(exchange, arn, request);
    }

    private static Map<String, Object> request(byte[] body) {
        try {
            return JSON.std.mapFrom(body);
        } catch (JacksonException notJson) {
            return Map.of();
        }
    }

    private void read(HttpServerExchange exchange, String arn, Map<String, Object> request) {
        String text = (BEFORE.equals(request.get("VersionStage")) ? before : secrets).get(arn);
        if (text == null || text.isEmpty()) notFound(exchange);
        else send(exchange, 200, Map.of("ARN", arn, "Name", name(arn), "SecretString", text));
    }

    private void change(HttpServerExchange exchange, String arn, Map<String, Object> request) {
        put(arn, String.valueOf(request.get("SecretString")));
        send(exchange, 200, Map.of("ARN", arn, "Name", name(arn)));
    }

    private static String name(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    private static void notFound(HttpServerExchange exchange) {
        refuse(exchange, "ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
    }

    private static void refuse(HttpServerExchange exchange, String type, String message) {
        send(exchange, 400, Map.of("__type", type, "Message", message));
    }

    private static void send(HttpServerExchange exchange, int status, Map<String, String> body) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/x-amz-json-1.1");
        exchange.getResponseSender().send(JSON.std.asString(body), UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
