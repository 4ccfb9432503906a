package dev.seqrpay.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seqrpay.http.Json;
import dev.seqrpay.payment.SeqrException;
import dev.seqrpay.seqr.Account;
import dev.seqrpay.seqr.Terminal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Shops with an account of their own beside those that share the deployment's. */
class ShopAccountsTest {
    private static final String OWN =
            "{\"boots\":{\"terminalId\":\"T9\",\"password\":\"nine\",\"former\":{\"T8\":\"eight\"}}}";

    private Instant time = Instant.EPOCH;
    private String deployments =
            "{\"url\":\"https://seqr.example/soap\",\"terminalId\":\"T1\",\"password\":\"first\",\"clientId\":\"us\"}";
    private String shops = OWN;
    private int reads;
    private final ShopAccounts accounts = new ShopAccounts(
            new SecretAccounts(
                    secret(() -> deployments, said -> SecretAccounts.read(said, false)),
                    secret(() -> "", said -> List.<Account>of())),
            secret(
                    () -> {
                        reads++;
                        return shops;
                    },
                    said -> Json.object(said.getBytes(StandardCharsets.UTF_8))),
            false);

    private <T> Secret<T> secret(Supplier<String> text, Function<String, T> meaning) {
        return new Secret<>(within -> text.get(), meaning, () -> time, failure -> {
            throw failure;
        });
    }

    private String terminalOf(String merchant, boolean hasOwnAccount) {
        return accounts.forNewPayments(merchant, hasOwnAccount).terminal().id();
    }

    private String password(String terminal) {
        return accounts.of(terminal)
                .map(account -> account.terminal().password())
                .orElse("unknown");
    }

    @Test
    void a_shop_with_an_account_of_its_own_uses_that_and_the_others_the_deployments() {
        assertThat(terminalOf("boots", true)).isEqualTo("T9");
        assertThat(terminalOf("boots", false)).isEqualTo("T1");
        assertThat(terminalOf("hats", false)).isEqualTo("T1");
    }

    @Test
    void what_an_account_does_not_say_is_the_deployments() {
        Account own = accounts.of("T9").orElseThrow();
        assertThat(own.url()).hasToString("https://seqr.example/soap");
        assertThat(own.terminal().clientId()).isEqualTo("us");

        shops =
                "{\"boots\":{\"terminalId\":\"T9\",\"password\":\"nine\",\"url\":\"https://other.example/soap\",\"clientId\":\"boots\"}}";
        time = time.plusSeconds(60);
        Account other = accounts.of("T9").orElseThrow();
        assertThat(other.url()).hasToString("https://other.example/soap");
        assertThat(other.terminal().clientId()).isEqualTo("boots");
    }

    @Test
    void each_payment_is_settled_with_the_terminal_that_made_it() {
        assertThat(password("T1")).isEqualTo("first");
        assertThat(password("T9")).isEqualTo("nine");
        assertThat(password("T8")).isEqualTo("eight");
        assertThat(password("T7")).isEqualTo("unknown");
    }

    /** The payer's path of all other shops is as short as it was. */
    @Test
    void the_shops_secret_is_not_read_for_the_deployments_terminal() {
        assertThat(password("T1")).isEqualTo("first");
        terminalOf("hats", false);

        assertThat(reads).isZero();
    }

    @Test
    void a_shops_terminal_that_is_known_costs_no_further_read() {
        assertThat(password("T9")).isEqualTo("nine");
        time = time.plusSeconds(5);
        assertThat(password("T9")).isEqualTo("nine");

        assertThat(reads).isEqualTo(1);
    }

    @Test
    void an_account_that_was_made_a_moment_ago_is_found() {
        shops = "{}";
        assertThat(password("T9")).isEqualTo("unknown");
        shops = OWN;
        time = time.plusSeconds(5);

        assertThat(password("T9")).isEqualTo("nine");
        assertThat(terminalOf("boots", true)).isEqualTo("T9");
    }

    @Test
    void a_shop_that_has_just_been_given_one_is_paid_with_it() {
        shops = "{}";
        assertThatExceptionOfType(SeqrException.class).isThrownBy(() -> terminalOf("boots", true));
        shops = OWN;
        time = time.plusSeconds(5);

        assertThat(terminalOf("boots", true)).isEqualTo("T9");
    }

    @Test
    void so_is_the_deployments_new_terminal() {
        assertThat(password("T2")).isEqualTo("unknown");
        deployments = deployments.replace("T1", "T2");
        time = time.plusSeconds(5);

        assertThat(password("T2")).isEqualTo("first");
    }

    @Test
    void a_shop_whose_account_is_not_there_makes_no_payment_with_anothers() {
        shops = "{}";

        assertThatExceptionOfType(SeqrException.class).isThrownBy(() -> terminalOf("boots", true));
    }

    @Test
    void a_refused_password_is_looked_up_again_at_once() {
        Account refused = accounts.of("T9").orElseThrow();
        shops = OWN.replace("nine", "newer");

        assertThat(accounts.again(refused).orElseThrow().terminal().password()).isEqualTo("newer");
    }

    @Test
    void a_refused_password_of_the_deployment_is_looked_up_there() {
        Account refused = accounts.of("T1").orElseThrow();
        deployments = deployments.replace("first", "second");

        assertThat(accounts.again(refused).orElseThrow().terminal().password()).isEqualTo("second");
    }

    @Test
    void one_shops_mistake_is_none_of_anothers() {
        shops = "{\"hats\":{\"terminalId\":\"T5\"}," + OWN.substring(1);

        assertThat(password("T9")).isEqualTo("nine");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> terminalOf("hats", true))
                .withMessageContaining("has no password");
    }

    @Test
    void seqr_is_called_over_https_only_where_something_is_real() {
        shops = "{\"boots\":{\"terminalId\":\"T9\",\"password\":\"nine\",\"url\":\"http://other.example/soap\"}}";

        assertThat(password("T9")).isEqualTo("unknown");
    }

    @Test
    void a_shop_may_have_a_reseller_with_a_terminal_of_its_own_or_without() {
        shops = "{\"boots\":{\"terminalId\":\"T9\",\"password\":\"nine\",\"url\":\"https://other.example/soap\","
                + "\"reseller\":{\"id\":\"R9\",\"password\":\"rnine\"}},"
                + "\"hats\":{\"reseller\":{\"id\":\"R8\",\"password\":\"reight\"}},"
                + "\"caps\":{\"terminalId\":\"T7\",\"password\":\"seven\"},"
                + "\"bad\":{\"reseller\":{\"id\":\"R7\"}}}";

        Account boots = accounts.resellerOf("boots").orElseThrow();
        assertThat(boots.url()).hasToString("https://other.example/soap");
        assertThat(boots.terminal()).isEqualTo(Terminal.ofReseller("R9", "rnine", "us"));
        assertThat(accounts.resellerOf("hats").orElseThrow().url()).hasToString("https://seqr.example/soap");
        assertThat(accounts.resellerOf("caps")).isEmpty();
        assertThat(accounts.resellerOf("gloves")).isEmpty();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> accounts.resellerOf("bad"))
                .withMessageContaining("has no password")
                .withMessageNotContaining("R7");
        assertThat(password("T9")).isEqualTo("nine");
    }
}
