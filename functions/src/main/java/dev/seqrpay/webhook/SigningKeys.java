package dev.seqrpay.webhook;

import java.security.PublicKey;

/** Makes the keys of endpoints. A private key does not leave it. */
public interface SigningKeys {
    /** The number of the deployment's key that new secrets are made with. */
    int currentRingKey();

    /** 32 bytes for HMAC-SHA-256, Standard Webhooks' {@code v1}. */
    byte[] secret(String endpointId, SigningSecret secret);

    /** By Ed25519, Standard Webhooks' {@code v1a}. Each endpoint has its own pair, so no shop can pass its events to another. */
    byte[] signature(String endpointId, SigningSecret secret, byte[] signed);

    /** Checks these signatures. */
    PublicKey publicKey(String endpointId, SigningSecret secret);
}
