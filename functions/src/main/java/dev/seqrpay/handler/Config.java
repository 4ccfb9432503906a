package dev.seqrpay.handler;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The environment variables that {@code template.yaml} sets, read once. What is missing or wrong is told all at once, when
 * the function starts, and not at the first payment that needs it.
 *
 * @param keyEnvironment the second part of this deployment's API keys, {@code live} or {@code test}
 * @param publicUrl our own address, if it is not the one that the request came to
 */
record Config(
        String table,
        String secretArn,
        URI seqrUrl,
        String terminalId,
        String clientId,
        String keyEnvironment,
        Duration paymentLife,
        Optional<String> publicUrl) {

    static Config from(Map<String, String> environment) {
        Reader reader = new Reader(environment, new ArrayList<>());
        Config config = new Config(
                reader.required("TABLE_NAME", Function.identity()),
                reader.required("SECRET_ARN", Function.identity()),
                reader.required("SEQR_URL", Config::httpUrl),
                reader.required("SEQR_TERMINAL_ID", Function.identity()),
                reader.required("SEQR_CLIENT_ID", Function.identity()),
                reader.required("KEY_ENVIRONMENT", Function.identity()),
                reader.required("PAYMENT_MINUTES", text -> Duration.ofMinutes(Long.parseLong(text))),
                reader.optional("PUBLIC_URL").map(Config::httpUrl).map(URI::toString));
        if (!reader.wrong.isEmpty())
            throw new IllegalStateException(
                    "Missing or wrong environment variables: " + String.join(", ", reader.wrong));
        return config;
    }

    private static URI httpUrl(String text) {
        URI uri = URI.create(text);
        if (!("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) || uri.getHost() == null)
            throw new IllegalArgumentException("not an http(s) URL");
        return uri;
    }

    private record Reader(Map<String, String> environment, List<String> wrong) {
        Optional<String> optional(String name) {
            return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
        }

        <T> T required(String name, Function<String, T> as) {
            try {
                return optional(name).map(as).orElseThrow(() -> new IllegalArgumentException("missing"));
            } catch (IllegalArgumentException notUsable) {
                wrong.add(name);
                return null;
            }
        }
    }
}
