package dev.seqrpay.cli;

import dev.seqrpay.http.Json;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The shop's webhook endpoints, by the same calls that its own server may make. */
@Command(
        name = "webhook",
        description = "a shop's webhook endpoints: make, show, change, try, send again",
        footer = {
            "",
            "list                    all endpoints",
            "create URL              a new one; its secret is shown once",
            "show|remove ID          one",
            "on|off ID               switches one on or off",
            "secret ID               a new secret; both sign for a day",
            "ping ID                 sends a test event",
            "deliveries ID           the latest, with what became of them",
            "resend ID               delivers again: --event, or all --since a time"
        })
final class WebhookCommand implements Callable<Integer> {
    private final PrintStream out;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "WHAT",
            description = "list, create, show, remove, on, off, secret, ping, deliveries, resend")
    private String what;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "the endpoint's, or for create its URL")
    private @Nullable String id;

    @Option(
            names = "--types",
            paramLabel = "TYPE",
            split = ",",
            splitSynopsisLabel = ",",
            description = "for create: the events that it gets, as in payment.paid.v1; else all")
    private @Nullable List<String> types;

    @Option(names = "--event", paramLabel = "ID", description = "for resend: the one event")
    private @Nullable String event;

    @Option(names = "--since", paramLabel = "TIME", description = "for resend: as in 2026-01-31T12:00:00Z")
    private @Nullable String since;

    @Mixin
    private ApiOptions api;

    WebhookCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        ShopApi shop = api.api();
        switch (what) {
            case "list" -> print(shop.get("/webhooks"), "webhooks");
            case "create" -> print(shop.post("/webhooks", created()));
            case "show" -> print(shop.get(endpoint()));
            case "remove" -> shop.call("DELETE", endpoint(), null);
            case "on" -> print(shop.call("PATCH", endpoint(), Map.of("enabled", true)));
            case "off" -> print(shop.call("PATCH", endpoint(), Map.of("enabled", false)));
            case "secret" -> print(shop.call("POST", endpoint() + "/secret", null));
            case "ping" -> print(shop.call("POST", endpoint() + "/ping", null));
            case "deliveries" -> print(shop.get(endpoint() + "/deliveries"), "deliveries");
            case "resend" -> resend(shop);
            default -> throw new ParameterException(spec.commandLine(), "There is no webhook " + what);
        }
        return ExitCode.OK;
    }

    private Map<String, Object> created() {
        Map<String, Object> body = new HashMap<>(Map.of("url", needed("URL", id)));
        if (types != null) body.put("types", types);
        return body;
    }

    private void resend(ShopApi shop) {
        if (event != null) {
            print(shop.post(endpoint() + "/resend", Map.of("event", event)));
            return;
        }
        Map<String, Object> answer =
                shop.post(endpoint() + "/resend", Map.of("since", needed("--event or --since", since)));
        print(answer);
        while (Boolean.TRUE.equals(answer.get("more"))) {
            answer = shop.post(endpoint() + "/resend", Map.of("after", answer.get("next")));
            print(answer);
        }
    }

    private String endpoint() {
        String endpoint = needed("ID", id);
        if (!endpoint.matches("[a-z0-9_]+"))
            throw new ParameterException(spec.commandLine(), "No endpoint is " + endpoint);
        return "/webhooks/" + endpoint;
    }

    private String needed(String name, @Nullable String value) {
        if (value == null) throw new ParameterException(spec.commandLine(), "webhook " + what + " needs " + name);
        return value;
    }

    private void print(Map<String, Object> answer, String list) {
        JsonParts.list(answer, list).forEach(each -> out.println(Json.write(each)));
    }

    private void print(Map<String, Object> answer) {
        out.println(Json.write(answer));
    }
}
