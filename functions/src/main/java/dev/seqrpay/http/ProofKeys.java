package dev.seqrpay.http;

import java.security.KeyPair;
import java.util.List;

/** The pairs that proofs of payment are signed with. */
public interface ProofKeys {
    /** @param ringKey the number of the deployment's key that it is made of */
    KeyPair proof(int ringKey);

    /** The numbers of all keys. */
    List<Integer> proofKeys();
}
