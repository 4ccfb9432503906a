package dev.seqrpay.http;

import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.State;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Proof that a payment was made: a compact JWS (RFC 7515) with EdDSA over Ed25519 (RFC 8037), which anybody can check
 * against {@code /.well-known/jwks.json} without asking us. The same payment always has the same proof.
 */
public final class PaymentProof {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final ProofKeys keys;
    private final Tokens tokens;

    public PaymentProof(ProofKeys keys, Tokens tokens) {
        this.keys = keys;
        this.tokens = tokens;
    }

    /** Empty unless it is paid, and not taken back. A refund does not change that it was paid. */
    public Optional<String> of(Payment payment) {
        Instant paidAt = payment.paidAt();
        if (payment.state() != State.PAID || paidAt == null) return Optional.empty();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", payment.id());
        claims.put("merchant", payment.merchantId());
        claims.put("orderId", payment.invoice().orderId());
        claims.put("amount", MoneyJson.money(payment.invoice().total()));
        claims.put("ersReference", payment.ersReference());
        claims.put("iat", paidAt.getEpochSecond());
        return Optional.of(signed(tokens.ringKey(payment.id()), claims));
    }

    private String signed(int ringKey, Map<String, Object> claims) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", "EdDSA");
        header.put("kid", String.valueOf(ringKey));
        String text = base64(Json.write(header)) + "." + base64(Json.write(claims));
        byte[] signature = keys.proof(ringKey, text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + BASE64.encodeToString(signature);
    }

    /** A JWK set (RFC 7517) with the public key of each key of the ring, former ones included. */
    public Map<String, Object> keySet() {
        return Map.of("keys", keys.proofKeys().stream().map(this::jwk).toList());
    }

    private Map<String, Object> jwk(int ringKey) {
        Map<String, Object> jwk = new LinkedHashMap<>();
        jwk.put("kty", "OKP");
        jwk.put("crv", "Ed25519");
        jwk.put("alg", "EdDSA");
        jwk.put("use", "sig");
        jwk.put("kid", String.valueOf(ringKey));
        jwk.put("x", BASE64.encodeToString(DerivedKeys.raw(keys.proofKey(ringKey))));
        return jwk;
    }

    private static String base64(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
