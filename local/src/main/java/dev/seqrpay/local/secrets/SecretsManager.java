package dev.seqrpay.local.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seqrpay.local.http.LocalServer;
import dev.seqrpay.local.http.ProgramsOnly;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** AWS Secrets Manager, as much of it as reading a secret takes. */
public final class SecretsManager implements AutoCloseable {
    private static final String GET = "secretsmanager.GetSecretValue";

    private final Map<String, String> secrets;
    private final LocalServer server;

    /** @param secrets by ARN */
    public SecretsManager(Map<String, String> secrets) {
        this.secrets = Map.copyOf(secrets);
        this.server = LocalServer.start(0, new ProgramsOnly(this::answer));
    }

    public String url() {
        return server.url();
    }

    private void answer(HttpServerExchange exchange) throws IOException {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        byte[] body = exchange.getInputStream().readAllBytes();
        if (!GET.equals(target)) refuse(exchange, "UnknownOperationException", "Only " + GET + " is served here");
        else read(exchange, secretId(body));
    }

    private static String secretId(byte[] body) {
        try {
            return JSON.std.mapFrom(body).get("SecretId") instanceof String id ? id : "";
        } catch (JacksonException notJson) {
            return "";
        }
    }

    private void read(HttpServerExchange exchange, String arn) {
        if (!secrets.containsKey(arn)) {
            refuse(exchange, "ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
            return;
        }
        String name = arn.substring(arn.lastIndexOf(':') + 1);
        send(exchange, 200, Map.of("ARN", arn, "Name", name, "SecretString", secrets.get(arn)));
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
