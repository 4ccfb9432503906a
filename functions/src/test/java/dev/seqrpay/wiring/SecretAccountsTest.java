package dev.seqrpay.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.seqrpay.seqr.Account;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The account as it is in the secret, with its change of password and of terminal. */
class SecretAccountsTest {
    private static final String FIRST = account("T1", "first", "");
    private static final String OTHER_PASSWORD = account("T1", "other", "");
    private static final String OTHER_TERMINAL = account("T2", "second", "");

    private Instant time = Instant.EPOCH;
    private String now = FIRST;
    private String before = "";
    private final SecretAccounts accounts = new SecretAccounts(secret(() -> now), secret(() -> before));

    private static String account(String terminal, String password, String former) {
        return "{\"url\":\"https://seqr.example/soap\",\"terminalId\":\"" + terminal + "\",\"password\":\"" + password
                + "\",\"clientId\":\"seqrpay\",\"former\":{" + former + "}}";
    }

    private Secret<List<Account>> secret(Supplier<String> text) {
        return new Secret<>(
                within -> text.get(),
                said -> said.isEmpty() ? List.of() : SecretAccounts.read(said, false),
                () -> time,
                failure -> {
                    throw failure;
                });
    }

    private String password(String terminal) {
        return accounts.of(terminal)
                .map(account -> account.terminal().password())
                .orElse("unknown");
    }

    @Test
    void new_payments_are_made_with_the_current_one() {
        assertThat(accounts.current().terminal().id()).isEqualTo("T1");
        assertThat(accounts.current().url()).hasToString("https://seqr.example/soap");
        assertThat(accounts.current().terminal().clientId()).isEqualTo("seqrpay");
        assertThat(password("T1")).isEqualTo("first");
        assertThat(password("T2")).isEqualTo("unknown");
    }

    @Test
    void a_refused_password_is_looked_up_again() {
        Account refused = accounts.of("T1").orElseThrow();
        assertThat(accounts.again(refused)).contains(refused);
        now = OTHER_PASSWORD;
        assertThat(accounts.again(refused).orElseThrow().terminal().password()).isEqualTo("other");
    }

    @Test
    void a_refused_account_of_the_secret_before_is_looked_up_again_too() {
        now = OTHER_TERMINAL;
        before = FIRST;
        Account refused = accounts.of("T1").orElseThrow();
        now = account("T2", "second", "\"T1\":\"newer\"");
        assertThat(accounts.again(refused).orElseThrow().terminal().password()).isEqualTo("newer");
    }

    @Test
    void payments_of_the_terminal_before_are_still_settled_by_what_the_secret_said_before() {
        now = OTHER_TERMINAL;
        before = FIRST;
        assertThat(accounts.current().terminal().id()).isEqualTo("T2");
        assertThat(password("T1")).isEqualTo("first");
    }

    @Test
    void a_terminal_that_two_changes_have_passed_by_is_looked_up_again() {
        now = OTHER_TERMINAL;
        before = FIRST;
        assertThat(accounts.current().terminal().id()).isEqualTo("T2");
        now = account("T2", "newer", "\"T1\":\"first\"");
        before = OTHER_TERMINAL;
        assertThat(password("T1")).as("at once, for the sake of the secret").isEqualTo("unknown");

        time = time.plusSeconds(5);

        assertThat(password("T1")).isEqualTo("first");
    }

    @Test
    void a_former_terminal_is_one_for_good_and_its_newer_password_counts() {
        now = account("T2", "second", "\"T1\":\"newer\",\"T0\":\"zero\"");
        before = FIRST;
        assertThat(password("T1")).isEqualTo("newer");
        assertThat(password("T0")).isEqualTo("zero");
        assertThat(accounts.current().terminal().id()).isEqualTo("T2");
    }

    @Test
    void only_a_test_calls_seqr_in_the_open() {
        String plain = FIRST.replace("https://", "http://");
        assertThat(SecretAccounts.read(plain, true)).hasSize(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> SecretAccounts.read(plain, false))
                .withMessage("The secret of the SEQR account is not a URL of https"
                        + " (of http it may be where KEY_ENVIRONMENT is test)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "first",
                "[]",
                "{\"url\":\"https://seqr.example\",\"terminalId\":\"T1\",\"clientId\":\"c\"}",
                "{\"url\":\"first\",\"terminalId\":\"T1\",\"password\":\"first\",\"clientId\":\"c\"}",
                "{\"url\":\"https://seqr.example\",\"terminalId\":\"\",\"password\":\"first\",\"clientId\":\"c\"}",
                "{\"url\":\"https://seqr.example\",\"terminalId\":\"T1\",\"password\":\"first\""
            })
    void what_is_no_account_says_so_and_not_what_it_is(String text) {
        assertThatIllegalStateException()
                .isThrownBy(() -> SecretAccounts.read(text, true))
                .withMessageStartingWith("The secret of the SEQR account ")
                .withMessageNotContaining("first")
                .withNoCause();
    }
}
