package dev.seqrpay.webhook;

import java.security.KeyPair;

/** Makes the keys of endpoints. */
public interface SigningKeys {
    /** The number of the deployment's key that new secrets are made with. */
    int currentRingKey();

    /** 32 bytes for HMAC-SHA-256, Standard Webhooks' {@code v1}. */
    byte[] secret(String endpointId, SigningSecret secret);

    /** An Ed25519 pair, Standard Webhooks' {@code v1a}. Each endpoint has its own, so no shop can pass its events to another. */
    KeyPair pair(String endpointId, SigningSecret secret);
}
