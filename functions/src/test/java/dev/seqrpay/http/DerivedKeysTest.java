package dev.seqrpay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.seqrpay.webhook.SigningSecret;
import java.security.KeyPair;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DerivedKeysTest {
    private static final String RING = "{\"keys\":[{\"number\":1,\"key\":\"first\",\"from\":\"2026-01-01T00:00:00Z\"},"
            + "{\"number\":2,\"key\":\"second\",\"from\":\"2026-06-01T00:00:00Z\"}]}";
    private final DerivedKeys keys =
            new DerivedKeys(() -> KeyRing.read(RING), InstantSource.fixed(Instant.parse("2026-07-01T00:00:00Z")));

    /** RFC 8032, 7.1, tests 1 to 3. */
    @Test
    void a_pair_is_the_one_that_rfc_8032_makes_of_the_same_bytes() {
        assertPair(
                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        assertPair(
                "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        assertPair(
                "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025");
    }

    private static void assertPair(String seed, String publicKey) {
        KeyPair pair = DerivedKeys.pair(HexFormat.of().parseHex(seed));
        byte[] encoded = pair.getPublic().getEncoded();
        assertThat(HexFormat.of().formatHex(encoded, encoded.length - 32, encoded.length))
                .isEqualTo(publicKey);
    }

    @Test
    void each_endpoint_each_rotation_and_each_key_of_the_deployment_has_secrets_of_its_own() {
        assertThat(keys.currentRingKey()).isEqualTo(2);
        assertThat(secret("we_a", 1, 1))
                .isEqualTo(secret("we_a", 1, 1))
                .isNotEqualTo(secret("we_b", 1, 1))
                .isNotEqualTo(secret("we_a", 1, 2))
                .isNotEqualTo(secret("we_a", 2, 1))
                .hasSize(64);
        assertThat(keys.publicKey("we_a", new SigningSecret(1, 1)))
                .isEqualTo(keys.publicKey("we_a", new SigningSecret(1, 1)))
                .isNotEqualTo(keys.publicKey("we_a", new SigningSecret(1, 2)))
                .isNotEqualTo(keys.publicKey("we_b", new SigningSecret(1, 1)));
    }

    @Test
    void a_key_that_is_gone_has_no_secrets() {
        assertThatIllegalStateException()
                .isThrownBy(() -> secret("we_a", 3, 1))
                .withMessage("The key is gone that a secret was made with");
    }

    private String secret(String endpoint, int ringKey, int number) {
        return HexFormat.of().formatHex(keys.secret(endpoint, new SigningSecret(ringKey, number)));
    }
}
