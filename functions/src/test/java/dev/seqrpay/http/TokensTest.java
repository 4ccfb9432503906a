package dev.seqrpay.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

public class TokensTest {
    /** The key that the ids and tokens of {@code events/} are made with. */
    public static final String KEY = "example-mac-key-0123456789abcdefghijklmnopq";

    public static final Tokens TOKENS = new Tokens(KEY, new SecureRandom());

    @Test
    void every_name_is_the_hmac_of_its_purpose_and_subject() throws Exception {
        String id = TOKENS.payment("demoshop", "order-1001");

        assertThat(id).isEqualTo("pay_" + mac("payment|demoshop|order-1001"));
        assertThat(TOKENS.refund(id, "return-1")).isEqualTo("ref_" + mac("refund|" + id + "|return-1"));
        assertThat(TOKENS.view(id)).isEqualTo(mac("view|" + id + "|"));
        assertThat(TOKENS.notification(id)).isEqualTo(mac("notification|" + id + "|"));
    }

    @Test
    void a_name_has_128_bits_in_26_characters() {
        assertThat(List.of(TOKENS.view("pay_a"), TOKENS.notification("pay_a"), TOKENS.unique()))
                .allSatisfy(name -> assertThat(name).matches("[a-z2-7]{26}"));
        assertThat(TOKENS.payment("shop", "key")).matches("pay_[a-z2-7]{26}");
        assertThat(TOKENS.refund("pay_a", "key")).matches("ref_[a-z2-7]{26}");
    }

    @Test
    void a_link_and_a_shops_printed_codes_are_opened_by_their_own_tokens_alone() throws Exception {
        String link = TOKENS.link("shop", "link_a");
        String codes = TOKENS.instantCheckout("shop");

        assertThat(link).isEqualTo("1" + mac("link|shop|link_a"));
        assertThat(codes).isEqualTo("1" + mac("instant|shop|"));
        assertThat(TOKENS.opensLink("shop", "link_a", link)).isTrue();
        assertThat(TOKENS.opensLink("shop", "link_b", link)).isFalse();
        assertThat(TOKENS.opensLink("other", "link_a", link)).isFalse();
        assertThat(TOKENS.opensLink("shop", "link_a", codes)).isFalse();
        assertThat(TOKENS.opensInstantCheckout("shop", codes)).isTrue();
        assertThat(TOKENS.opensInstantCheckout("other", codes)).isFalse();
        assertThat(TOKENS.opensInstantCheckout("shop", link)).isFalse();
        for (String wrong : List.of("", "1", codes + "a", "2" + codes.substring(1), "!" + codes.substring(1)))
            assertThat(TOKENS.opensInstantCheckout("shop", wrong)).as(wrong).isFalse();
    }

    @Test
    void the_same_names_come_out_at_any_time_and_place() {
        assertThat(new Tokens(KEY, new SecureRandom()).payment("shop", "key")).isEqualTo(TOKENS.payment("shop", "key"));
        assertThat(new Tokens("another key", new SecureRandom()).payment("shop", "key"))
                .isNotEqualTo(TOKENS.payment("shop", "key"));
    }

    @Test
    void a_token_opens_one_payment_and_one_door_only() {
        Set<String> names = new HashSet<>();
        for (String subject : List.of("pay_a", "pay_b")) {
            names.add(TOKENS.view(subject));
            names.add(TOKENS.notification(subject));
            names.add(TOKENS.payment(subject, "").substring(4));
            names.add(TOKENS.refund(subject, "").substring(4));
        }
        assertThat(names).hasSize(8);
    }

    @Test
    void shops_and_keys_cannot_be_shifted_into_one_another() {
        assertThat(TOKENS.payment("shop1", "1-order")).isNotEqualTo(TOKENS.payment("shop11", "-order"));
        // a merchant's id has no bar, so the first bar behind it always is the separator
        assertThat(TOKENS.payment("shop", "a|b")).isNotEqualTo(TOKENS.payment("shop", "ab"));
    }

    @Test
    void base32_keeps_every_bit_of_any_bytes() {
        Random bytes = new Random(7);
        for (int i = 0; i < 1000; i++) {
            byte[] expected = new byte[16];
            bytes.nextBytes(expected);
            String text = new Tokens(KEY, new Scripted(expected)).unique();
            assertThat(text).isEqualTo(base32(expected));
        }
    }

    @Test
    void unique_names_do_not_come_twice() {
        assertThat(IntStream.range(0, 10_000).mapToObj(i -> TOKENS.unique())).doesNotHaveDuplicates();
    }

    @Test
    void only_the_whole_token_matches() {
        String token = TOKENS.view("pay_a");

        assertThat(Tokens.matches(token, token)).isTrue();
        assertThat(List.of("", token.substring(1), token + "a", token.toUpperCase(), "é", " " + token))
                .noneMatch(given -> Tokens.matches(token, given));
    }

    @Test
    void a_token_that_differs_at_one_place_or_in_case_is_another_one() {
        String token = TOKENS.view("pay_a");
        for (int at = 0; at < token.length(); at++) {
            char own = token.charAt(at);
            for (char other :
                    new char[] {own == 'a' ? 'b' : 'a', Character.isLetter(own) ? Character.toUpperCase(own) : '8'})
                assertThat(Tokens.matches(token, token.substring(0, at) + other + token.substring(at + 1)))
                        .as("at " + at)
                        .isFalse();
        }
    }

    @Test
    void the_shape_of_a_payments_id_can_be_told_without_the_key() {
        assertThat(Tokens.isPayment(TOKENS.payment("shop", "key"))).isTrue();
        assertThat(List.of("", "pay_", "pay_a", "ref_" + TOKENS.unique(), "pay_" + "A".repeat(26), "x".repeat(3000)))
                .noneMatch(Tokens::isPayment);
    }

    private static String mac(String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY.getBytes(UTF_8), "HmacSHA256"));
        return base32(java.util.Arrays.copyOf(mac.doFinal(text.getBytes(UTF_8)), 16));
    }

    /** Another way of computing it than the one that is tested: 130 bits, five at a time, the last two of them zero. */
    private static String base32(byte[] bytes) {
        BigInteger bits = new BigInteger(1, bytes).shiftLeft(2);
        StringBuilder text = new StringBuilder();
        for (int i = 25; i >= 0; i--)
            text.append("abcdefghijklmnopqrstuvwxyz234567"
                    .charAt(bits.shiftRight(5 * i).intValue() & 31));
        return text.toString();
    }

    private static final class Scripted extends SecureRandom {
        private final transient byte[] next;

        Scripted(byte[] next) {
            this.next = next;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(next, 0, bytes, 0, bytes.length);
        }
    }
}
