package dev.seqrpay.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.seqr.Account;
import dev.seqrpay.seqr.Accounts;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which secret tells what, now and before its latest change. */
class SecretsOfAFunctionTest {
    private static final Config CONFIG = Config.from(Map.of(
            "AWS_REGION", "eu-north-1",
            "TABLE_NAME", "payments",
            "TOKEN_KEY_ARN", "arn:keys",
            "SEQR_ACCOUNT_ARN", "arn:account",
            "SHOP_ACCOUNTS_ARN", "arn:shops",
            "KEY_ENVIRONMENT", "test"));

    private final Map<String, String> now = new HashMap<>();
    private final Map<String, String> before = new HashMap<>();
    private final Secrets secrets = secrets();

    private Secrets secrets() {
        return new Secrets(
                CONFIG,
                (arn, within) -> now.get(arn),
                (arn, within) -> Optional.ofNullable(now.get(arn)),
                (arn, within) -> Optional.ofNullable(before.get(arn)),
                () -> Instant.EPOCH,
                failure -> {
                    throw failure;
                });
    }

    private static String account(String terminal, String password) {
        return "{\"url\":\"http://127.0.0.1/soap\",\"terminalId\":\"" + terminal + "\",\"password\":\"" + password
                + "\",\"clientId\":\"seqrpay\"}";
    }

    private static Optional<String> password(Optional<Account> account) {
        return account.map(known -> known.terminal().password());
    }

    @Test
    void the_keys_of_ids_and_tokens_are_in_one() {
        now.put("arn:keys", "a".repeat(43));

        assertThat(secrets.keys().get()).isNotNull();
    }

    @Test
    void the_account_is_in_the_other_and_what_it_said_before_counts_for_a_former_terminal() {
        now.put("arn:account", account("T2", "second"));
        before.put("arn:account", account("T1", "first"));

        Accounts accounts = secrets.accounts();

        assertThat(accounts.current().terminal().id()).isEqualTo("T2");
        assertThat(password(accounts.of("T2"))).contains("second");
        assertThat(password(accounts.of("T1"))).contains("first");
        assertThat(accounts.of("T0")).isEmpty();
    }

    @Test
    void the_shops_own_accounts_are_in_a_third() {
        now.put("arn:account", account("T1", "first"));
        assertThat(secrets.accounts().of("T9")).isEmpty();
        now.put("arn:shops", "{\"boots\":{\"terminalId\":\"T9\",\"password\":\"nine\"}}");

        Accounts accounts = secrets().accounts();

        assertThat(password(accounts.of("T9"))).contains("nine");
        assertThat(password(accounts.of("T1"))).contains("first");
    }

    @Test
    void an_account_that_was_never_changed_has_no_former_one() {
        now.put("arn:account", account("T1", "first"));

        assertThat(secrets.accounts().of("T0")).isEmpty();
    }
}
