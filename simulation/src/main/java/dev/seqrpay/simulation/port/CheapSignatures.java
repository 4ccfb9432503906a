package dev.seqrpay.simulation.port;

import dev.seqrpay.http.ProofKeys;
import dev.seqrpay.webhook.SigningKeys;
import dev.seqrpay.webhook.SigningSecret;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;

/** Where a signature would be: nobody here checks one, and those by Ed25519 would take as long as all else. */
public record CheapSignatures(SigningKeys keys) implements SigningKeys, ProofKeys {
    @Override
    public int currentRingKey() {
        return keys.currentRingKey();
    }

    @Override
    public byte[] secret(String endpointId, SigningSecret secret) {
        return keys.secret(endpointId, secret);
    }

    @Override
    public byte[] signature(String endpointId, SigningSecret secret, byte[] signed) {
        return Arrays.copyOf(signed, 64);
    }

    @Override
    public byte[] proof(int ringKey, byte[] signed) {
        return Arrays.copyOf(signed, 64);
    }

    @Override
    public PublicKey publicKey(String endpointId, SigningSecret secret) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PublicKey proofKey(int ringKey) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Integer> proofKeys() {
        throw new UnsupportedOperationException();
    }
}
