package dev.seqrpay.merchant;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.merchant.ApiKey.Text;
import java.security.MessageDigest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
    private static final String SECRET = "00ff".repeat(16);
    private static final String KEY = "sk_live_demoshop-1_" + SECRET;
    private static final byte[] RANDOM = new byte[32];

    static {
        for (int i = 0; i < RANDOM.length; i += 2) RANDOM[i + 1] = (byte) 0xff;
    }

    @Test
    void a_key_is_issued_and_read_again() {
        Text issued = Text.issue("live", "demoshop", 1, RANDOM);

        assertThat(issued.reveal()).isEqualTo(KEY);
        assertThat(Text.parse(KEY)).contains(issued);
        assertThat(issued).isEqualTo(new Text("live", "demoshop-1", SECRET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sk_live_demoshop-1_",
                "sk_live_demoshop-1_00ff",
                "sk_live_demoshop_" + "00ff",
                " " + "sk_live_demoshop-1_00ff",
                "pk_live_demoshop-1_00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff",
                "sk_LIVE_demoshop-1_00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff",
                "sk_live_demo#shop-1_00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff",
                "sk_live_demoshop-1_00FF00FF00FF00FF00FF00FF00FF00FF00FF00FF00FF00FF00FF00FF00FF00FF",
                "sk_live_demoshop-1_00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff\n"
            })
    void what_only_looks_like_a_key_is_none(String text) {
        assertThat(Text.parse(text)).isEmpty();
    }

    @Test
    void only_the_hash_of_the_secret_is_kept() throws Exception {
        ApiKey stored = Text.parse(KEY).orElseThrow().stored(Set.of(Scope.READ));

        assertThat(stored.id()).isEqualTo("demoshop-1");
        assertThat(stored.merchantId()).isEqualTo("demoshop");
        assertThat(stored.scopes()).containsExactly(Scope.READ);
        assertThat(stored.secretHash())
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(SECRET.getBytes(US_ASCII)));
    }

    @Test
    void only_the_whole_secret_opens() {
        ApiKey stored = Text.parse(KEY).orElseThrow().stored(Set.of());

        assertThat(stored.opens(new Text("live", "demoshop-1", SECRET))).isTrue();
        assertThat(stored.opens(new Text("live", "demoshop-1", SECRET.substring(1))))
                .isFalse();
        assertThat(stored.opens(new Text("live", "demoshop-1", ""))).isFalse();
        assertThat(stored.opens(new Text("live", "demoshop-1", "0".repeat(64)))).isFalse();
    }

    @Test
    void a_key_that_gets_into_a_log_does_not_show_its_secret() {
        Text key = Text.parse(KEY).orElseThrow();

        assertThat(key).hasToString("sk_live_demoshop-1_…");
        assertThat(key.stored(Set.of()).toString()).doesNotContain(SECRET);
    }
}
