package dev.seqrpay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seqrpay.handler.EventFile;
import dev.seqrpay.handler.ShopKeys;
import dev.seqrpay.handler.Untouchable;
import dev.seqrpay.merchant.ApiKey;
import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.payment.PaymentStore;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and what it costs to be turned away. */
class AuthorizationTest {
    private static final String KEY =
            "sk_test_demoshop-1_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private static final String ANOTHER_SECRET = "sk_test_demoshop-1_" + "0".repeat(64);

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:15Z");

    private final ShopKeys keys = new ShopKeys(KEY, Scope.CHECKOUT, Scope.READ);
    private final Authorization authorization = authorization(keys);

    private static Authorization authorization(ShopKeys keys) {
        return new Authorization(keys, keys, () -> NOW, Untouchable.of(PaymentStore.class), TokensTest.TOKENS, "test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer " + KEY, "bearer " + KEY, "BEARER  " + KEY, "Bearer " + KEY + " "})
    void the_secret_key_says_which_shop_it_is(String header) {
        assertThat(authorization.merchant(with(header), Scope.CHECKOUT)).isEqualTo("demoshop");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                KEY,
                "Basic " + KEY,
                "Bearer " + KEY + "0",
                "Bearer " + KEY + "," + KEY,
                "Bearer sk_live_demoshop-1_x",
                "Bearer SK_TEST_demoshop-1_x",
                "Bearer sk_test_../../x-1_x",
                "Bearer sk_test__x"
            })
    void what_is_no_key_costs_no_read(String header) {
        unauthorized(header);
        assertThat(keys.reads()).isEmpty();
    }

    @Test
    void a_key_of_another_deployment_costs_no_read() {
        unauthorized("Bearer " + KEY.replace("test", "live"));
        assertThat(keys.reads()).isEmpty();
    }

    @Test
    void a_key_with_another_secret_and_one_that_is_not_there_are_refused_alike() {
        Problem wrong = unauthorized("Bearer " + ANOTHER_SECRET);
        Problem missing = unauthorized("Bearer " + KEY.replace("demoshop-1", "demoshop-2"));

        assertThat(wrong.response().body()).isEqualTo(missing.response().body());
        assertThat(keys.reads()).containsExactly("demoshop-1", "demoshop-2");
    }

    @Test
    void a_key_that_differs_at_one_place_or_in_case_is_another_one() {
        for (int at = 0; at < KEY.length(); at++)
            unauthorized(
                    "Bearer " + KEY.substring(0, at) + (KEY.charAt(at) == '2' ? '3' : '2') + KEY.substring(at + 1));
        for (String other : new String[] {
            KEY.toUpperCase(Locale.ROOT), KEY.replaceFirst("f$", "F"), KEY.replace("demoshop", "Demoshop"), KEY + "f"
        }) unauthorized("Bearer " + other);
    }

    private static Problem refused(ApiKey.Terms terms, int uses) {
        ApiKey key = ApiKey.Text.parse(KEY).orElseThrow().stored(Set.of(Scope.READ), terms);
        Authorization authorization = authorization(new ShopKeys(key));
        for (int use = 0; use < uses; use++) authorization.merchant(with("Bearer " + KEY), Scope.READ);
        return catchThrowableOfType(Problem.class, () -> authorization.merchant(with("Bearer " + KEY), Scope.READ));
    }

    @Test
    void a_key_ends_in_the_second_that_was_said() {
        Problem expired = refused(ApiKey.Terms.from(NOW.minusSeconds(60), NOW, 10), 0);
        assertThat(expired.response().status()).isEqualTo(401);
        assertThat(expired).hasMessage("This key expired at 2026-11-22T12:00:15Z.");
        assertThat(refused(ApiKey.Terms.from(NOW.minusSeconds(60), NOW.plusSeconds(1), 10), 0))
                .isNull();
    }

    @Test
    void a_key_that_was_revoked_opens_nothing_more() {
        Problem revoked = refused(new ApiKey.Terms(null, null, NOW.minusSeconds(1), 10), 0);
        assertThat(revoked.response().status()).isEqualTo(401);
        assertThat(revoked).hasMessage("This key was revoked at 2026-11-22T12:00:14Z.");
    }

    @Test
    void a_key_that_is_used_too_often_has_to_wait_for_the_next_minute() {
        ApiKey.Terms three = ApiKey.Terms.from(NOW, null, 3);
        assertThat(refused(three, 2)).isNull();
        Problem fourth = refused(three, 3);
        assertThat(fourth.response().status()).isEqualTo(429);
        assertThat(fourth.response().headers()).containsEntry("retry-after", "45");
        assertThat(fourth).hasMessage("This key is good for 3 requests a minute.");
    }

    @Test
    void a_key_is_good_for_its_scopes_only() {
        Problem problem =
                catchThrowableOfType(Problem.class, () -> authorization.merchant(with("Bearer " + KEY), Scope.REFUND));

        assertThat(problem.response().status()).isEqualTo(403);
        assertThat(problem).hasMessage("This key may not be used for REFUND.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "pay_1", "pay_YM2PSXBN5ORJ2OG4P7X2O37ZO4", "pay_ym2psxbn5orj2og4p7x2o37zo4#META"})
    void what_cannot_be_a_payment_is_not_looked_for(String id) {
        Request request = EventFile.of("read-payment")
                .with("pathParameters", Map.of("id", id))
                .request();

        notFound(() -> authorization.payment(request, Scope.READ));
    }

    @ParameterizedTest
    @ValueSource(strings = {"page", "status", "qr-code", "logo", "receipt"})
    void the_view_token_opens_the_pages_without_a_read(String event) {
        Request request = EventFile.of(event).request();
        assertThat(authorization.viewed(request)).isEqualTo(request.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"notification-post", "notification-get"})
    void the_notification_token_lets_seqr_in_without_a_read(String event) {
        Request request = EventFile.of(event).request();
        assertThat(authorization.notified(request)).isEqualTo(request.id());
    }

    @Test
    void a_token_is_good_for_its_own_door_only() {
        notFound(() -> authorization.notified(EventFile.of("page").request()));
        notFound(() -> authorization.viewed(EventFile.of("notification-post").request()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "aaaaaaaaaaaaaaaaaaaaaaaaaa", "5t27ubunuqlw2wz7bnxafqnyw", "5T27UBUNUQLW2WZ7BNXAFQNYWE"})
    void a_forged_notification_costs_nothing(String token) {
        EventFile event = EventFile.of("notification-post");
        Request forged = event.with(
                        "pathParameters", Map.of("id", event.request().id(), "token", token))
                .request();

        notFound(() -> authorization.notified(forged));
        assertThat(keys.reads()).isEmpty();
    }

    @Test
    void a_token_of_one_payment_opens_no_other() {
        EventFile event = EventFile.of("notification-post");
        Request other = event.with(
                        "pathParameters",
                        Map.of(
                                "id",
                                TokensTest.TOKENS.payment("demoshop", "another order"),
                                "token",
                                event.request().token()))
                .request();

        notFound(() -> authorization.notified(other));
    }

    private Problem unauthorized(String header) {
        Problem problem =
                catchThrowableOfType(Problem.class, () -> authorization.merchant(with(header), Scope.CHECKOUT));
        assertThat(problem.response().status()).isEqualTo(401);
        assertThat(problem.response().headers()).containsEntry("www-authenticate", "Bearer");
        return problem;
    }

    private static void notFound(ThrowingCallable call) {
        assertThat(catchThrowableOfType(Problem.class, call).response())
                .isEqualTo(Problem.notFound().response());
    }

    private static Request with(String authorization) {
        return EventFile.of("checkout")
                .with("headers", Map.of("authorization", authorization))
                .request();
    }
}
