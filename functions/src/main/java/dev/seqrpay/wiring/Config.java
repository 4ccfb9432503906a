package dev.seqrpay.wiring;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The environment variables that {@code template.yaml} sets, read once. What is wrong, or missing in every function, is told all at once
 * when the function starts, and not at the first payment that needs it. The others are set where they are used, and each
 * is needed once it is asked for.
 *
 * @param region Lambda's own variable
 * @param keyEnvironment the second part of this deployment's API keys, {@code live} or {@code test}
 * @param publicUrl our own address, if it is not the one that the request came to; without a slash at its end
 * @param appScheme what the SEQR app's links begin with
 * @param socketApi host and stage of the WebSocket API, without a scheme
 * @param deliveryQueueUrl of the webhook deliveries
 * @param deliversToThisMachine whether webhooks may go to the loopback interface: on a developer's machine, never in AWS, so the
 *     template has no such variable
 * @param eventBus the bus of EventBridge that shops may have their events on
 * @param personalDataLife how long a payment keeps its personal data after its end
 * @param socketUrl where browsers open a socket, if that is not the API's own address; without a slash at its end
 */
public record Config(
        String region,
        String table,
        @Nullable String tokenKeyArn,
        @Nullable String seqrAccountArn,
        @Nullable String shopAccountsArn,
        @Nullable String reminderQueueUrl,
        @Nullable String keyEnvironment,
        @Nullable Duration paymentLife,
        Optional<String> publicUrl,
        @Nullable String appScheme,
        @Nullable String socketApi,
        Optional<String> socketUrl,
        @Nullable String deliveryQueueUrl,
        boolean deliversToThisMachine,
        @Nullable Duration personalDataLife,
        Optional<String> eventBus) {
    private static final Pattern KEY_ENVIRONMENT = Pattern.compile("[a-z]+");
    /** As the template's parameter: {@code javascript:} never becomes a link. */
    public static final Pattern APP_SCHEME = Pattern.compile("[Ss][Ee][Qq][Rr][A-Za-z0-9+.-]*");

    /** As the template's parameter. */
    private static final Pattern EVENT_BUS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** Those of the template's parameter. */
    public static final long MIN_MINUTES = 2;

    public static final long MAX_MINUTES = 1440;
    /** Those of the template's parameter. */
    public static final long MIN_DAYS = 1;

    public static final long MAX_DAYS = 3650;
    private static final String TEST = "test";

    public static Config from(Map<String, String> environment) {
        Reader reader = new Reader(environment, new ArrayList<>());
        boolean isTest = TEST.equals(environment.get("KEY_ENVIRONMENT"));
        Config config = new Config(
                reader.required("AWS_REGION"),
                reader.required("TABLE_NAME"),
                reader.text("TOKEN_KEY_ARN"),
                reader.text("SEQR_ACCOUNT_ARN"),
                reader.text("SHOP_ACCOUNTS_ARN"),
                reader.text("REMINDER_QUEUE_URL"),
                reader.optional("KEY_ENVIRONMENT", Config::keyEnvironment).orElse(null),
                reader.optional("PAYMENT_MINUTES", Config::minutes).orElse(null),
                reader.optional("PUBLIC_URL", text -> publicUrl(text, isTest)),
                reader.optional("APP_SCHEME", Config::appScheme).orElse(null),
                reader.text("SOCKET_API"),
                reader.optional("SOCKET_URL", text -> socketUrl(text, isTest)),
                reader.text("DELIVERY_QUEUE_URL"),
                isTest && reader.has("WEBHOOKS_TO_LOOPBACK"),
                reader.optional("PERSONAL_DATA_DAYS", Config::days).orElse(null),
                reader.optional("EVENT_BUS", Config::eventBus));
        if (!reader.wrong.isEmpty())
            throw new IllegalStateException("Environment variables: " + String.join(", ", reader.wrong));
        return config;
    }

    @Override
    public String tokenKeyArn() {
        return needed("TOKEN_KEY_ARN", tokenKeyArn);
    }

    @Override
    public String seqrAccountArn() {
        return needed("SEQR_ACCOUNT_ARN", seqrAccountArn);
    }

    @Override
    public String shopAccountsArn() {
        return needed("SHOP_ACCOUNTS_ARN", shopAccountsArn);
    }

    @Override
    public String reminderQueueUrl() {
        return needed("REMINDER_QUEUE_URL", reminderQueueUrl);
    }

    @Override
    public String keyEnvironment() {
        return needed("KEY_ENVIRONMENT", keyEnvironment);
    }

    @Override
    public Duration paymentLife() {
        return needed("PAYMENT_MINUTES", paymentLife);
    }

    @Override
    public Duration personalDataLife() {
        return needed("PERSONAL_DATA_DAYS", personalDataLife);
    }

    @Override
    public String appScheme() {
        return needed("APP_SCHEME", appScheme);
    }

    @Override
    public String socketApi() {
        return needed("SOCKET_API", socketApi);
    }

    @Override
    public String deliveryQueueUrl() {
        return needed("DELIVERY_QUEUE_URL", deliveryQueueUrl);
    }

    /** Where secrets may go over the wire as they are, because nothing of it is real. */
    boolean isTest() {
        return TEST.equals(keyEnvironment());
    }

    private static <T> T needed(String name, @Nullable T value) {
        if (value == null) throw new IllegalStateException("Environment variables: " + name + " is missing");
        return value;
    }

    private static String publicUrl(String text, boolean mayBePlain) {
        return withoutSlash(url(text, "http", mayBePlain));
    }

    private static String socketUrl(String text, boolean mayBePlain) {
        return withoutSlash(url(text, "ws", mayBePlain));
    }

    /**
     * @param plain the scheme without an s behind it
     * @param mayBePlain whether that one will do
     * @throws IllegalArgumentException that does not say what the text is
     */
    static URI url(String text, String plain, boolean mayBePlain) {
        List<String> schemes = mayBePlain ? List.of(plain, plain + "s") : List.of(plain + "s");
        try {
            URI uri = URI.create(text);
            if (schemes.contains(String.valueOf(uri.getScheme())) && uri.getHost() != null) return uri;
        } catch (IllegalArgumentException notAUrl) {
            // its message would show the value
        }
        throw new IllegalArgumentException("is not a URL of " + String.join(" or ", schemes)
                + (mayBePlain ? "" : " (of " + plain + " it may be where KEY_ENVIRONMENT is " + TEST + ")"));
    }

    private static String withoutSlash(URI url) {
        return url.toString().replaceFirst("/+$", "");
    }

    private static String keyEnvironment(String text) {
        if (!KEY_ENVIRONMENT.matcher(text).matches()) throw new IllegalArgumentException("is not [a-z]+");
        return text;
    }

    private static String appScheme(String text) {
        if (!APP_SCHEME.matcher(text).matches()) throw new IllegalArgumentException("is not " + APP_SCHEME);
        return text;
    }

    private static String eventBus(String text) {
        if (!EVENT_BUS.matcher(text).matches()) throw new IllegalArgumentException("is not " + EVENT_BUS);
        return text;
    }

    private static Duration minutes(String text) {
        return Duration.ofMinutes(number(text, MIN_MINUTES, MAX_MINUTES));
    }

    private static Duration days(String text) {
        return Duration.ofDays(number(text, MIN_DAYS, MAX_DAYS));
    }

    private static long number(String text, long min, long max) {
        try {
            long number = Long.parseLong(text);
            if (number >= min && number <= max) return number;
        } catch (NumberFormatException notANumber) {
            // the same words for both
        }
        throw new IllegalArgumentException("is not a number from " + min + " to " + max);
    }

    private record Reader(Map<String, String> environment, List<String> wrong) {
        String required(String name) {
            if (!has(name)) wrong.add(name + " is missing");
            return optional(name, Function.identity()).orElse("");
        }

        <T> Optional<T> optional(String name, Function<String, T> as) {
            try {
                return has(name) ? Optional.of(as.apply(environment.get(name))) : Optional.empty();
            } catch (IllegalArgumentException e) {
                wrong.add(name + " " + e.getMessage());
                return Optional.empty();
            }
        }

        /** Needed by some functions only; {@code null} if it is not there. */
        @Nullable
        String text(String name) {
            return optional(name, Function.identity()).orElse(null);
        }

        private boolean has(String name) {
            String value = environment.get(name);
            return value != null && !value.isBlank();
        }
    }
}
