package dev.seqrpay.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

public class ConfigTest {
    public static final Map<String, String> GOOD = Map.ofEntries(
            Map.entry("AWS_REGION", "eu-north-1"),
            Map.entry("TABLE_NAME", "payments"),
            Map.entry("TOKEN_KEY_ARN", "arn:aws:secretsmanager:eu-north-1:123456789012:secret:key"),
            Map.entry("SEQR_ACCOUNT_ARN", "arn:aws:secretsmanager:eu-north-1:123456789012:secret:account"),
            Map.entry("SHOP_ACCOUNTS_ARN", "arn:aws:secretsmanager:eu-north-1:123456789012:secret:shops"),
            Map.entry("REMINDER_QUEUE_URL", "https://sqs.eu-north-1.amazonaws.com/123456789012/reminders"),
            Map.entry("KEY_ENVIRONMENT", "test"),
            Map.entry("PAYMENT_MINUTES", "15"),
            Map.entry("PUBLIC_URL", ""),
            Map.entry("APP_SCHEME", "seqr"),
            Map.entry("SOCKET_API", "f6g7h8i9j0.execute-api.eu-north-1.amazonaws.com/live"),
            Map.entry("SOCKET_URL", ""),
            Map.entry("DELIVERY_QUEUE_URL", "https://sqs.eu-north-1.amazonaws.com/123456789012/deliveries"),
            Map.entry("PERSONAL_DATA_DAYS", "90"));

    @Test
    void everything_is_read() {
        Config config = Config.from(GOOD);

        assertThat(config.table()).isEqualTo("payments");
        assertThat(config.paymentLife()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.personalDataLife()).hasDays(90);
        assertThat(config.publicUrl()).isEmpty();
    }

    @Test
    void each_setting_is_its_own() {
        Config config = Config.from(GOOD);

        assertThat(config.tokenKeyArn()).isEqualTo(GOOD.get("TOKEN_KEY_ARN"));
        assertThat(config.seqrAccountArn()).isEqualTo(GOOD.get("SEQR_ACCOUNT_ARN"));
        assertThat(config.shopAccountsArn()).isEqualTo(GOOD.get("SHOP_ACCOUNTS_ARN"));
        assertThat(config.reminderQueueUrl()).isEqualTo(GOOD.get("REMINDER_QUEUE_URL"));
        assertThat(config.deliveryQueueUrl()).isEqualTo(GOOD.get("DELIVERY_QUEUE_URL"));
        assertThat(config.appScheme()).isEqualTo("seqr");
        assertThat(config.socketApi()).isEqualTo(GOOD.get("SOCKET_API"));
        assertThat(config.isTest()).isTrue();
        assertThat(Config.from(with("KEY_ENVIRONMENT", "live")).isTest()).isFalse();
    }

    /** A live deployment would let a shop's webhooks into Lambda's own interfaces. */
    @Test
    void webhooks_reach_this_machine_in_a_test_environment_alone_and_only_if_told() {
        Map<String, String> told = with("WEBHOOKS_TO_LOOPBACK", "on");
        assertThat(Config.from(GOOD).deliversToThisMachine()).isFalse();
        assertThat(Config.from(told).deliversToThisMachine()).isTrue();
        Map<String, String> live = new HashMap<>(told);
        live.put("KEY_ENVIRONMENT", "live");
        assertThat(Config.from(live).deliversToThisMachine()).isFalse();
    }

    @Test
    void a_payment_lives_for_two_minutes_at_least_and_a_day_at_most() {
        assertThat(Config.from(with("PAYMENT_MINUTES", "2")).paymentLife()).hasMinutes(2);
        assertThat(Config.from(with("PAYMENT_MINUTES", "1440")).paymentLife()).hasDays(1);
    }

    @Test
    void a_deployment_may_have_a_bus() {
        assertThat(Config.from(GOOD).eventBus()).isEmpty();
        assertThat(Config.from(with("EVENT_BUS", "")).eventBus()).isEmpty();
        assertThat(Config.from(with("EVENT_BUS", "orders")).eventBus()).contains("orders");
    }

    @Test
    void one_message_lists_all_that_is_missing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Config.from(Map.of()))
                .withMessage("Environment variables: AWS_REGION is missing, TABLE_NAME is missing");
    }

    @Test
    void what_only_some_functions_need_is_missed_where_it_is_needed() {
        Config config = Config.from(Map.of("AWS_REGION", "eu-north-1", "TABLE_NAME", "payments"));

        Map<String, ThrowingCallable> needed = Map.of(
                "TOKEN_KEY_ARN", config::tokenKeyArn,
                "SEQR_ACCOUNT_ARN", config::seqrAccountArn,
                "SHOP_ACCOUNTS_ARN", config::shopAccountsArn,
                "REMINDER_QUEUE_URL", config::reminderQueueUrl,
                "DELIVERY_QUEUE_URL", config::deliveryQueueUrl,
                "KEY_ENVIRONMENT", config::keyEnvironment,
                "PAYMENT_MINUTES", config::paymentLife,
                "PERSONAL_DATA_DAYS", config::personalDataLife,
                "APP_SCHEME", config::appScheme,
                "SOCKET_API", config::socketApi);
        needed.forEach((name, get) -> assertThatIllegalStateException()
                .isThrownBy(get)
                .withMessage("Environment variables: " + name + " is missing"));
    }

    @Test
    void only_a_test_shows_its_secrets_on_the_way() {
        Map<String, String> live = new HashMap<>(with("PUBLIC_URL", "http://pay.example"));
        live.put("SOCKET_URL", "ws://live.example");
        assertThat(Config.from(live).publicUrl()).contains("http://pay.example");
        live.put("KEY_ENVIRONMENT", "live");
        assertThatIllegalStateException()
                .isThrownBy(() -> Config.from(live))
                .withMessage("Environment variables:"
                        + " PUBLIC_URL is not a URL of https (of http it may be where KEY_ENVIRONMENT is test),"
                        + " SOCKET_URL is not a URL of wss (of ws it may be where KEY_ENVIRONMENT is test)");
    }

    @Test
    void what_is_wrong_does_not_hide_what_is_missing_and_is_not_shown() {
        Map<String, String> environment = new HashMap<>(with("PUBLIC_URL", "secret.example"));
        environment.put("SOCKET_URL", "wss://user:secret@bad host/");
        environment.remove("TABLE_NAME");

        assertThatIllegalStateException()
                .isThrownBy(() -> Config.from(environment))
                .withMessage("Environment variables: TABLE_NAME is missing, PUBLIC_URL is not a URL of http or https,"
                        + " SOCKET_URL is not a URL of ws or wss");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TABLE_NAME", "AWS_REGION"})
    void a_blank_variable_is_a_missing_one(String name) {
        assertThatIllegalStateException()
                .isThrownBy(() -> Config.from(with(name, " ")))
                .withMessage("Environment variables: " + name + " is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "PAYMENT_MINUTES, 0",
        "PAYMENT_MINUTES, 1",
        "PAYMENT_MINUTES, -1",
        "PAYMENT_MINUTES, 1441",
        "PAYMENT_MINUTES, 15m",
        "PAYMENT_MINUTES, 99999999999999999999",
        "PUBLIC_URL, ftp://seqr.example",
        "PUBLIC_URL, seqr.example/soap",
        "PUBLIC_URL, https:///soap",
        "PUBLIC_URL, javascript:alert(1)",
        "SOCKET_URL, https://live.example",
        "EVENT_BUS, two words",
        "EVENT_BUS, orders/eu",
        "PERSONAL_DATA_DAYS, 0",
        "PERSONAL_DATA_DAYS, 3651",
        "APP_SCHEME, javascript",
        "APP_SCHEME, https",
        "APP_SCHEME, seqr:",
        "APP_SCHEME, seqr demo",
        "APP_SCHEME, séqr",
        "KEY_ENVIRONMENT, LIVE",
        "KEY_ENVIRONMENT, live_1"
    })
    void what_cannot_be_used_stops_the_function_at_its_start(String name, String value) {
        assertThatIllegalStateException()
                .isThrownBy(() -> Config.from(with(name, value)))
                .withMessageStartingWith("Environment variables: " + name + " is not ");
    }

    @Test
    void addresses_are_put_behind_the_public_url_without_a_second_slash() {
        assertThat(Config.from(with("PUBLIC_URL", "https://pay.example/")).publicUrl())
                .contains("https://pay.example");
    }

    @Test
    void the_socket_may_have_a_name_of_its_own() {
        assertThat(Config.from(with("SOCKET_URL", "wss://live.example/")).socketUrl())
                .contains("wss://live.example");
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> environment = new HashMap<>(GOOD);
        environment.put(name, value);
        return environment;
    }
}
