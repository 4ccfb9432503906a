package dev.seqrpay.http;

import java.security.PublicKey;
import java.util.List;

/** Signs proofs of payment. A private key does not leave it. */
public interface ProofKeys {
    /**
     * By Ed25519.
     *
     * @param ringKey the number of the deployment's key that the pair is made of
     */
    byte[] proof(int ringKey, byte[] signed);

    /** Checks these signatures. */
    PublicKey proofKey(int ringKey);

    /** The numbers of all keys. */
    List<Integer> proofKeys();
}
