package dev.seqrpay.cli;

import dev.seqrpay.local.Runner;
import dev.seqrpay.loopback.OwnersFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * Where an {@code up} listens: it says so in its data folder as long as it runs, and {@code pay}, {@code cancel} and
 * {@code merchant} look there.
 *
 * @param simulator empty if it talks to another SEQR
 * @param key of the demo shop; the file is its owner's alone, as that of the keys is
 */
record RunningStack(
        String api,
        String shop,
        Optional<String> simulator,
        String seqr,
        String dynamoDb,
        String table,
        String secrets,
        String shopAccounts,
        String key) {
    private static final String FILE = "running.json";

    static RunningStack of(Runner runner) {
        Map<String, String> environment = runner.stack().environment("Checkout");
        return new RunningStack(
                runner.apiUrl(),
                runner.shopUrl(),
                runner.simulator().map(simulator -> simulator.url().toString()),
                runner.seqr(),
                variable(environment, "AWS_ENDPOINT_URL_DYNAMODB"),
                variable(environment, "TABLE_NAME"),
                variable(environment, "AWS_ENDPOINT_URL_SECRETS_MANAGER"),
                variable(environment, "SHOP_ACCOUNTS_ARN"),
                runner.secretKey());
    }

    private static String variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .orElseThrow(() -> new FailedException("The template does not say " + name));
    }

    /** Empty if none runs on this folder, or if it has ended without a farewell and left nothing that can be read. */
    static Optional<RunningStack> in(Path data) {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) return Optional.empty();
        try {
            Map<String, Object> json = JSON.std.mapFrom(Files.readString(file));
            return Optional.of(new RunningStack(
                    JsonParts.text(json, "api"),
                    JsonParts.text(json, "shop"),
                    Optional.ofNullable((String) json.get("simulator")),
                    JsonParts.text(json, "seqr"),
                    JsonParts.text(json, "dynamoDb"),
                    JsonParts.text(json, "table"),
                    JsonParts.text(json, "secrets"),
                    JsonParts.text(json, "shopAccounts"),
                    JsonParts.text(json, "key")));
        } catch (JacksonException | FailedException notOurs) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void leave(Path data) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("api", api);
        json.put("shop", shop);
        simulator.ifPresent(url -> json.put("simulator", url));
        json.put("seqr", seqr);
        json.put("dynamoDb", dynamoDb);
        json.put("table", table);
        json.put("secrets", secrets);
        json.put("shopAccounts", shopAccounts);
        json.put("key", key);
        OwnersFiles.write(data.resolve(FILE), JSON.std.asString(json) + "\n");
    }

    static void forget(Path data) throws IOException {
        Files.deleteIfExists(data.resolve(FILE));
    }
}
