package dev.seqrpay.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.handler.ShopKeys;
import dev.seqrpay.http.CheckoutBodyTest;
import dev.seqrpay.merchant.ApiKey;
import dev.seqrpay.merchant.CheckoutRules;
import dev.seqrpay.payment.SeqrException;
import dev.seqrpay.seqr.Account;
import dev.seqrpay.seqr.Accounts;
import dev.seqrpay.seqr.Terminal;
import dev.seqrpay.webhook.InMemoryEndpoints;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopDoctorTest {
    private static final String KEY = "sk_test_demoshop-1_" + "0123456789abcdef".repeat(4);
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final URI OURS = URI.create("https://pay.example/notifications/pay_a/token");
    private static final Account ACCOUNT =
            new Account(URI.create("https://seqr.example/soap"), Terminal.of("T-87", "password", "us"));

    private final ShopKeys shop = new ShopKeys(KEY, ApiKey.Scope.values());
    private final InMemoryEndpoints endpoints = new InMemoryEndpoints();
    private SignIn signIn = account -> {};
    private Visit visit = address -> new Visit.Answer(404, NOW);

    private List<Check> examine() {
        return new ShopDoctor(
                        shop,
                        endpoints,
                        () -> Accounts.only(ACCOUNT),
                        account -> signIn.tryWith(account),
                        address -> visit.look(address),
                        () -> NOW)
                .examine(CheckoutBodyTest.SHOP.id(), OURS);
    }

    private Check seen(String name) {
        return examine().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_shop_that_is_well_is_told_what_was_looked_at() {
        assertThat(examine())
                .containsExactly(
                        new Check("key", true, "1 of its keys can be used"),
                        new Check("account", true, "the deployment's terminal T-87"),
                        new Check("credentials", true, "SEQR accepts terminal T-87"),
                        new Check("notifications", true, "SEQR notifies https://pay.example"),
                        new Check("clock", true, "0 s ahead of SEQR's"));
    }

    @Test
    void a_shop_that_is_not_there_has_nothing_to_look_at() {
        ShopDoctor doctor = new ShopDoctor(shop, endpoints, () -> Accounts.only(ACCOUNT), signIn, visit, () -> NOW);

        assertThat(doctor.examine("nobody", OURS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            20 | SEQR refuses the password of terminal T-87 (20)
            21 | SEQR refuses the password of terminal T-87 (21)
            29 | SEQR does not know terminal T-87 (29)
            37 | SEQR does not know terminal T-87 (37)
            33 | terminal T-87 is locked at SEQR (33)
            92 | SEQR answers 92 to terminal T-87
            """)
    void what_SEQR_refuses_is_named(int code, String detail) {
        signIn = account -> {
            throw SeqrException.answered("getPaymentStatus", code);
        };

        assertThat(seen("credentials")).isEqualTo(new Check("credentials", false, detail));
    }

    @Test
    void a_SEQR_that_is_away_is_named() {
        signIn = account -> {
            throw SeqrException.notSent("getPaymentStatus", "the connection was refused", null);
        };
        visit = address -> {
            throw new IOException("refused");
        };

        assertThat(seen("credentials").detail()).isEqualTo("SEQR gives no usable answer");
        assertThat(seen("clock")).isEqualTo(new Check("clock", false, "SEQR's server does not answer"));
        assertThat(seen("notifications").isFine()).isFalse();
    }

    @Test
    void an_address_where_something_else_answers_is_not_ours() {
        visit = address -> new Visit.Answer(200, NOW);

        assertThat(seen("notifications"))
                .isEqualTo(new Check("notifications", false, "SEQR notifies https://pay.example, which answers 200"));
    }

    @ParameterizedTest
    @CsvSource({"60, true", "61, false", "-60, true", "-61, false"})
    void a_clock_may_be_a_minute_off(long seconds, boolean isFine) {
        visit = address -> new Visit.Answer(404, NOW.minusSeconds(seconds));

        assertThat(seen("clock")).isEqualTo(new Check("clock", isFine, seconds + " s ahead of SEQR's"));
    }

    @Test
    void a_server_that_does_not_say_what_time_it_is_tells_nothing() {
        visit = address -> new Visit.Answer(404, null);

        assertThat(seen("clock").isFine()).isTrue();
    }

    @Test
    void a_terminal_of_its_own_that_is_not_there_is_found() {
        shop.settles(CheckoutRules.NONE.withOwnAccount(true));

        assertThat(seen("account").isFine()).isFalse();
        assertThat(examine()).extracting(Check::name).doesNotContain("credentials");
    }

    @Test
    void no_detail_holds_a_password() {
        assertThat(examine()).noneMatch(check -> check.detail().contains("password"));
    }
}
