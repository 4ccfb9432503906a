package dev.seqrpay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Purchase;
import dev.seqrpay.payment.Reason;
import dev.seqrpay.payment.SampleStandings;
import dev.seqrpay.payment.State;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A proof is checked by what did not make it: the JDK from the key set alone, Node's crypto and PHP's sodium where they are.
 * {@code -Dproof.changes=10000} tries more changed ones.
 */
class PaymentProofTest {
    private static final int CHANGES = Integer.getInteger("proof.changes", 1_000);
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String ID = TokensTest.TOKENS.payment("demoshop", "order-1001");
    private final PaymentProof proof = new PaymentProof(
            new DerivedKeys(() -> KeyRing.read(TokensTest.KEY), InstantSource.fixed(NOW)), TokensTest.TOKENS);

    private static Payment payment(State state) {
        Money total = Money.of("SEK", "149.00");
        Invoice.Row row = new Invoice.Row("Cap", BigDecimal.ONE, total, null, null, null, null, null, null);
        Invoice invoice = new Invoice("1001", "Cap", List.of(row), total, null, null, null, null, null);
        return new Payment(
                new Purchase(ID, "demoshop", "terminal", invoice, NOW, NOW.plusSeconds(900)),
                3,
                NOW,
                SampleStandings.in(state, Reason.EXPIRED, NOW, total));
    }

    private String jws() {
        return proof.of(payment(State.PAID)).orElseThrow();
    }

    private Map<String, Object> jwk() {
        return Json.asObject(((List<?>) proof.keySet().get("keys")).get(0));
    }

    @Test
    void it_says_what_was_paid_for_what_order_and_when() {
        String[] parts = jws().split("\\.");
        assertThat(json(parts[0])).isEqualTo(Map.of("alg", "EdDSA", "kid", "1"));
        assertThat(json(parts[1]))
                .isEqualTo(Map.of(
                        "sub",
                        ID,
                        "merchant",
                        "demoshop",
                        "orderId",
                        "1001",
                        "amount",
                        Map.of("currency", "SEK", "value", "149.00"),
                        "ersReference",
                        "2012050100",
                        "iat",
                        (int) NOW.getEpochSecond()));
        assertThat(jws()).isEqualTo(jws());
    }

    @ParameterizedTest
    @EnumSource(value = State.class, mode = EnumSource.Mode.EXCLUDE, names = "PAID")
    void what_is_not_paid_or_was_taken_back_has_none(State state) {
        assertThat(proof.of(payment(state))).isEmpty();
    }

    @Test
    void the_key_set_alone_checks_it_and_refuses_all_that_were_changed() throws GeneralSecurityException {
        String jws = jws();
        PublicKey key = publicKey(jwk());
        assertThat(isGood(jws, key)).isTrue();

        Random chance = new Random(1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
        List<String> changed = IntStream.range(0, CHANGES)
                .mapToObj(each -> changed(jws, chance.nextInt(jws.length()), alphabet, chance))
                .filter(other -> !sameBytes(other, jws))
                .toList();
        assertThat(changed).hasSizeGreaterThan(CHANGES * 9 / 10);
        assertThat(changed.parallelStream().filter(other -> isGood(other, key))).isEmpty();
    }

    private static String changed(String jws, int at, String alphabet, Random chance) {
        char other = alphabet.charAt(chance.nextInt(alphabet.length()));
        return jws.substring(0, at) + other + jws.substring(at + 1);
    }

    /** The last character of Base64 has bits that mean nothing. */
    private static boolean sameBytes(String one, String other) {
        String[] a = one.split("\\.", -1);
        String[] b = other.split("\\.", -1);
        if (a.length != 3 || !(a[0] + a[1]).equals(b[0] + b[1])) return false;
        try {
            return Arrays.equals(
                    Base64.getUrlDecoder().decode(a[2]), Base64.getUrlDecoder().decode(b[2]));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static boolean isGood(String jws, PublicKey key) {
        int end = jws.lastIndexOf('.');
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(jws.substring(0, Math.max(end, 0)).getBytes(StandardCharsets.US_ASCII));
            return check.verify(Base64.getUrlDecoder().decode(jws.substring(end + 1)));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }

    /** RFC 8032, 5.1.2: the y coordinate, the least byte first, and the sign of x as the highest bit. */
    private static PublicKey publicKey(Map<String, Object> jwk) throws GeneralSecurityException {
        byte[] bytes = Base64.getUrlDecoder().decode((String) jwk.get("x"));
        boolean isOdd = (bytes[31] & 0x80) != 0;
        bytes[31] &= 0x7f;
        for (int i = 0; i < 16; i++) {
            byte swapped = bytes[i];
            bytes[i] = bytes[31 - i];
            bytes[31 - i] = swapped;
        }
        EdECPoint point = new EdECPoint(isOdd, new BigInteger(1, bytes));
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    }

    @Test
    void node_checks_it_offline() throws Exception {
        String program = """
                const [jwk, jws] = process.argv.slice(1);
                const { createPublicKey, verify } = require("node:crypto");
                const [head, body, signature] = jws.split(".");
                const key = createPublicKey({ key: JSON.parse(jwk), format: "jwk" });
                console.log(verify(null, Buffer.from(head + "." + body), key, Buffer.from(signature, "base64url")));
                """;
        assertThat(run("node", "-e", program, Json.write(jwk()), jws())).isEqualTo("true");
        assertThat(run("node", "-e", program, Json.write(jwk()), changed())).isEqualTo("false");
    }

    @Test
    void php_checks_it_offline() throws Exception {
        String program = """
                [, $x, $jws] = $argv;
                $bytes = fn($text) => sodium_base642bin($text, SODIUM_BASE64_VARIANT_URLSAFE_NO_PADDING);
                [$head, $body, $signature] = explode('.', $jws);
                echo sodium_crypto_sign_verify_detached($bytes($signature), "$head.$body", $bytes($x)) ? 'true' : 'false';
                """;
        assertThat(run("php", "-r", program, "--", (String) jwk().get("x"), jws()))
                .isEqualTo("true");
        assertThat(run("php", "-r", program, "--", (String) jwk().get("x"), changed()))
                .isEqualTo("false");
    }

    private String changed() {
        return jws().replace("eyJzdWIi", "eyJzdWIj");
    }

    /** Where there is no such program the test is skipped, and says so. */
    private static String run(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException notThere) {
            assumeThat(command[0]).as("not on this machine").isEmpty();
            throw notThere;
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return said;
    }

    private static Map<String, Object> json(String base64) {
        return Json.object(Base64.getUrlDecoder().decode(base64));
    }
}
