package dev.seqrpay.handler;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The environment variables that {@code template.yaml} sets, read once. What is missing or wrong is told all at once, when
 * the function starts, and not at the first payment that needs it.
 *
 * @param region Lambda's own variable
 * @param keyEnvironment the second part of this deployment's API keys, {@code live} or {@code test}
 * @param publicUrl our own address, if it is not the one that the request came to; without a slash at its end
 * @param socketApi host and stage of the WebSocket API, without a scheme
 * @param socketUrl where browsers open a socket, if that is not the API's own address; without a slash at its end
 */
record Config(
        String region,
        String table,
        String tokenKeyArn,
        String seqrPasswordArn,
        String reminderQueueUrl,
        URI seqrUrl,
        String terminalId,
        String clientId,
        String keyEnvironment,
        Duration paymentLife,
        Optional<String> publicUrl,
        String socketApi,
        Optional<String> socketUrl) {
    private static final Pattern KEY_ENVIRONMENT = Pattern.compile("[a-z]+");
    private static final long MAX_MINUTES = 1440;

    static Config from(Map<String, String> environment) {
        Reader reader = new Reader(environment, new ArrayList<>());
        Config config = new Config(
                reader.required("AWS_REGION", Function.identity()),
                reader.required("TABLE_NAME", Function.identity()),
                reader.required("TOKEN_KEY_ARN", Function.identity()),
                reader.required("SEQR_PASSWORD_ARN", Function.identity()),
                reader.required("REMINDER_QUEUE_URL", Function.identity()),
                reader.required("SEQR_URL", Config::httpUrl),
                reader.required("SEQR_TERMINAL_ID", Function.identity()),
                reader.required("SEQR_CLIENT_ID", Function.identity()),
                reader.required("KEY_ENVIRONMENT", Config::keyEnvironment),
                reader.required("PAYMENT_MINUTES", Config::minutes),
                reader.optional("PUBLIC_URL", Config::publicUrl),
                reader.required("SOCKET_API", Function.identity()),
                reader.optional("SOCKET_URL", Config::socketUrl));
        if (!reader.wrong.isEmpty())
            throw new IllegalStateException("Environment variables: " + String.join(", ", reader.wrong));
        return config;
    }

    private static URI httpUrl(String text) {
        return url(text, "http");
    }

    private static String publicUrl(String text) {
        return withoutSlash(httpUrl(text));
    }

    private static String socketUrl(String text) {
        return withoutSlash(url(text, "ws"));
    }

    /** @param scheme or the same with an s behind it */
    private static URI url(String text, String scheme) {
        try {
            URI uri = URI.create(text);
            if (List.of(scheme, scheme + "s").contains(String.valueOf(uri.getScheme())) && uri.getHost() != null)
                return uri;
        } catch (IllegalArgumentException notAUrl) {
            // its message would show the value
        }
        throw new IllegalArgumentException("is not a URL of " + scheme + "(s)");
    }

    private static String withoutSlash(URI url) {
        return url.toString().replaceFirst("/+$", "");
    }

    private static String keyEnvironment(String text) {
        if (!KEY_ENVIRONMENT.matcher(text).matches()) throw new IllegalArgumentException("is not [a-z]+");
        return text;
    }

    private static Duration minutes(String text) {
        try {
            long minutes = Long.parseLong(text);
            if (minutes >= 1 && minutes <= MAX_MINUTES) return Duration.ofMinutes(minutes);
        } catch (NumberFormatException notANumber) {
            // the same words for both
        }
        throw new IllegalArgumentException("is not a number from 1 to " + MAX_MINUTES);
    }

    private record Reader(Map<String, String> environment, List<String> wrong) {
        <T> T required(String name, Function<String, T> as) {
            Optional<T> value = optional(name, as);
            if (value.isEmpty() && !has(name)) wrong.add(name + " is missing");
            return value.orElse(null);
        }

        <T> Optional<T> optional(String name, Function<String, T> as) {
            try {
                return has(name) ? Optional.of(as.apply(environment.get(name))) : Optional.empty();
            } catch (IllegalArgumentException notUsable) {
                wrong.add(name + " " + notUsable.getMessage());
                return Optional.empty();
            }
        }

        private boolean has(String name) {
            String value = environment.get(name);
            return value != null && !value.isBlank();
        }
    }
}
