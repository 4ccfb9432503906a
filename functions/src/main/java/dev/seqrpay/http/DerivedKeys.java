package dev.seqrpay.http;

import dev.seqrpay.webhook.SigningKeys;
import dev.seqrpay.webhook.SigningSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import javax.crypto.Mac;

/**
 * Keys that others check signatures with, made from the deployment's own keys by HMAC-SHA-256. They are computed and not stored:
 * who reads the table cannot sign.
 */
public final class DerivedKeys implements SigningKeys, ProofKeys {
    private static final int ED25519_BYTES = 32;

    private final Supplier<KeyRing> ring;
    private final InstantSource clock;

    public DerivedKeys(Supplier<KeyRing> ring, InstantSource clock) {
        this.ring = ring;
        this.clock = clock;
    }

    @Override
    public int currentRingKey() {
        return ring.get().current(clock.instant()).number();
    }

    @Override
    public byte[] secret(String endpointId, SigningSecret secret) {
        return derived(secret.ringKey(), "webhook|" + endpointId + "|" + secret.number());
    }

    @Override
    public byte[] signature(String endpointId, SigningSecret secret, byte[] signed) {
        return signature(pair(endpointId, secret), signed);
    }

    @Override
    public PublicKey publicKey(String endpointId, SigningSecret secret) {
        return pair(endpointId, secret).getPublic();
    }

    private KeyPair pair(String endpointId, SigningSecret secret) {
        return pair(derived(secret.ringKey(), "webhook-ed25519|" + endpointId + "|" + secret.number()));
    }

    @Override
    public byte[] proof(int ringKey, byte[] signed) {
        return signature(proofPair(ringKey), signed);
    }

    @Override
    public PublicKey proofKey(int ringKey) {
        return proofPair(ringKey).getPublic();
    }

    private KeyPair proofPair(int ringKey) {
        return pair(derived(ringKey, "proof-ed25519"));
    }

    private static byte[] signature(KeyPair pair, byte[] signed) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<Integer> proofKeys() {
        return ring.get().keys().stream().map(KeyRing.Key::number).sorted().toList();
    }

    /** The last 32 bytes of its X.509 form are the key itself (RFC 8410). */
    static byte[] raw(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - ED25519_BYTES, encoded.length);
    }

    private byte[] derived(int ringKey, String purpose) {
        KeyRing.Key key = ring.get()
                .key(ringKey)
                .orElseThrow(() -> new IllegalStateException("The key is gone that a secret was made with"));
        try {
            Mac mac = Mac.getInstance(KeyRing.MAC);
            mac.init(key.key());
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 8032: the private key is 32 random bytes. The JDK makes the public one only together with it, from what it is given as chance. */
    static KeyPair pair(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Given extends SecureRandom {
        private static final long serialVersionUID = 1;

        private final byte[] seed;

        Given(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) throw new IllegalStateException("a key has " + seed.length + " bytes");
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
