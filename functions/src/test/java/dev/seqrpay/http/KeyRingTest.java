package dev.seqrpay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys come and stay: what one has made is good for as long as it is there. */
class KeyRingTest implements InstantSource {
    private static final Instant CHANGE = Instant.parse("2026-01-01T12:00:00Z");
    private static final String FIRST = "{\"number\":1,\"key\":\"first\",\"from\":\"1970-01-01T00:00:00Z\"}";
    private static final String SECOND = "{\"number\":2,\"key\":\"second\",\"from\":\"" + CHANGE + "\"}";

    private Instant now = CHANGE;
    private KeyRing ring = KeyRing.read("first");
    private final Tokens tokens = new Tokens(() -> ring, this, new SecureRandom());

    @Override
    public Instant instant() {
        return now;
    }

    private static KeyRing ring(String... keys) {
        return KeyRing.read("{\"keys\":[" + String.join(",", keys) + "]}");
    }

    @Test
    void the_text_that_cloudformation_generated_is_the_first_key() {
        assertThat(KeyRing.read("first")).isEqualTo(ring(FIRST));
    }

    @Test
    void the_first_keys_ids_have_no_number_and_the_others_have() {
        ring = ring(FIRST, SECOND);
        assertThat(tokens.payment("shop", "order")).matches("pay_2[a-z2-7]{26}");
        now = CHANGE.minusMillis(1);
        assertThat(tokens.payment("shop", "order")).matches("pay_[a-z2-7]{26}");
        ring = ring(FIRST, SECOND.replace("\"number\":2", "\"number\":35"));
        now = CHANGE;
        assertThat(tokens.payment("shop", "order")).matches("pay_z[a-z2-7]{26}");
        assertThat(tokens.mayExist(tokens.payment("shop", "order"))).isTrue();
    }

    @Test
    void a_new_key_makes_new_payments_and_the_old_one_opens_what_it_made() {
        String old = tokens.payment("shop", "order");
        String view = tokens.view(old);
        String notification = tokens.notification(old);
        String refund = tokens.refund(old, "return");

        ring = ring(FIRST, SECOND);
        String young = tokens.payment("shop", "order");

        assertThat(young).isNotEqualTo(old);
        assertThat(tokens.opensView(old, view)).isTrue();
        assertThat(tokens.opensNotification(old, notification)).isTrue();
        assertThat(tokens.refund(old, "return")).isEqualTo(refund);
        assertThat(tokens.view(young)).isNotEqualTo(view);
        assertThat(tokens.opensView(young, tokens.view(young))).isTrue();
        assertThat(tokens.opensView(young, view)).isFalse();
        assertThat(tokens.opensView(old, tokens.notification(old))).isFalse();
    }

    /** A function whose clock is behind makes it with the old key, and one whose clock is ahead finds it. */
    @Test
    void the_same_idempotency_key_is_looked_for_under_every_key() {
        ring = ring(FIRST, SECOND);
        String young = tokens.payment("shop", "order");
        assertThat(tokens.paymentsOfOtherKeys("shop", "order"))
                .containsExactly(new Tokens("first", new SecureRandom()).payment("shop", "order"));
        now = CHANGE.minusMillis(1);
        assertThat(tokens.paymentsOfOtherKeys("shop", "order")).containsExactly(young);
        ring = ring(FIRST);
        assertThat(tokens.paymentsOfOtherKeys("shop", "order")).isEmpty();
    }

    @Test
    void a_key_that_is_unknown_or_gone_opens_nothing() {
        ring = ring(FIRST, SECOND);
        String young = tokens.payment("shop", "order");
        String view = tokens.view(young);
        ring = ring(FIRST);
        assertThat(tokens.mayExist(young)).isFalse();
        assertThat(tokens.opensView(young, view)).isFalse();
        assertThat(tokens.opensNotification(young, view)).isFalse();
        for (String number : List.of("1", "0", "3", "z", "-", "A"))
            assertThat(tokens.mayExist("pay_" + number + young.substring(5))).isFalse();
    }

    @Test
    void a_ring_whose_times_are_all_to_come_has_one_key_all_the_same() {
        ring = ring(SECOND);
        now = CHANGE.minusSeconds(1);
        assertThat(tokens.payment("shop", "order")).startsWith("pay_2");
    }

    @Test
    void a_time_that_is_none_is_called_so() {
        assertThatIllegalStateException()
                .isThrownBy(() -> KeyRing.read("{\"keys\":[{\"number\":1,\"key\":\"first\",\"from\":\"soon\"}]}"))
                .withMessage("The secret of the token keys has a time that is none");
    }

    @Test
    void without_its_key_no_name_is_made_for_a_payment() {
        assertThatIllegalStateException()
                .isThrownBy(() -> tokens.view("pay_9aaaaaaaaaaaaaaaaaaaaaaaaaa"))
                .withMessage("The key is gone that the payment was made with");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"keys\":[]}",
                "{}",
                "{\"keys\":\"first\"}",
                "{\"keys\":[{\"number\":0,\"key\":\"first\",\"from\":\"1970-01-01T00:00:00Z\"}]}",
                "{\"keys\":[{\"number\":36,\"key\":\"first\",\"from\":\"1970-01-01T00:00:00Z\"}]}",
                "{\"keys\":[{\"number\":1,\"key\":\"\",\"from\":\"1970-01-01T00:00:00Z\"}]}",
                "{\"keys\":[{\"number\":1,\"key\":\"first\",\"from\":\"soon\"}]}",
                "{\"keys\":[{\"number\":1,\"key\":\"first\"}]}",
                "{\"keys\":[{\"number\":1,\"key\":\"first\",\"from\":\"1970-01-01T00:00:00Z\"},"
                        + "{\"number\":1,\"key\":\"second\",\"from\":\"2026-01-01T00:00:00Z\"}]}",
                "{\"keys\":[{\"number\":1,\"key\":\"first",
                " "
            })
    void what_is_no_ring_says_so_and_not_what_it_is(String text) {
        assertThatIllegalStateException()
                .isThrownBy(() -> KeyRing.read(text))
                .withMessageStartingWith("The secret of the token keys ")
                .withMessageNotContaining("first")
                .withNoCause();
    }
}
