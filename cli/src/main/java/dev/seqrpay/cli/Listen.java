package dev.seqrpay.cli;

import dev.seqrpay.http.Json;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Brings a shop's events to a server that no webhook can reach: reads the feed, waits for what comes, and posts each event as a
 * webhook would be posted, signed with a secret that it prints at its start. What the server does not take is shown and
 * not tried again; {@code webhook resend} and the feed bring it again.
 */
@Command(name = "listen", description = "bring a shop's events to a server on this machine, as webhooks")
final class Listen implements Callable<Integer> {
    private static final String PREFIX = "whsec_";
    private static final int SECRET_BYTES = 32;

    private final PrintStream out;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--forward-to",
            paramLabel = "URL",
            required = true,
            description = "where each event is posted, as in http://127.0.0.1:3000/hook")
    private URI target;

    @Option(
            names = "--types",
            paramLabel = "TYPE",
            split = ",",
            splitSynopsisLabel = ",",
            description = "the events that are brought, as in payment.paid.v1; else all")
    private @Nullable List<String> types;

    @Option(
            names = "--after",
            paramLabel = "CURSOR",
            defaultValue = "now",
            description = "where in the feed to begin: ${DEFAULT-VALUE}, or a cursor that an earlier run has shown")
    private String after;

    @Option(names = "--secret", paramLabel = "WHSEC", description = "to sign with, instead of a new one")
    private @Nullable String secret;

    @Mixin
    private ApiOptions api;

    Listen(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        ShopApi shop = api.api();
        Forwarding forwarding = new Forwarding(target, secret());
        out.println("Events are signed with " + forwarding.secretText() + " and posted to " + target);
        String cursor = after;
        while (!Thread.currentThread().isInterrupted()) {
            Map<String, Object> page =
                    shop.get("/events?wait=20&after=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
            for (Object event : JsonParts.list(page, "events")) bring(forwarding, Json.asObject(event));
            cursor = JsonParts.text(page, "next");
        }
        return ExitCode.OK;
    }

    private void bring(Forwarding forwarding, Map<String, Object> event) {
        String type = JsonParts.text(event, "type");
        if (types != null && !Set.copyOf(types).contains(type)) return;
        Map<String, Object> body = new LinkedHashMap<>(event);
        body.keySet().removeAll(List.of("id", "cursor"));
        String id = JsonParts.text(event, "id");
        String answer = forwarding.post(id, Json.write(body), Instant.now());
        out.println(type + "  " + id + "  " + event.get("cursor") + "  " + answer);
    }

    private byte[] secret() {
        if (secret == null) {
            byte[] fresh = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(fresh);
            return fresh;
        }
        try {
            return Base64.getDecoder().decode(secret.substring(secret.startsWith(PREFIX) ? PREFIX.length() : 0));
        } catch (IllegalArgumentException notBase64) {
            throw new ParameterException(spec.commandLine(), "--secret is written as whsec_ and Base64");
        }
    }
}
