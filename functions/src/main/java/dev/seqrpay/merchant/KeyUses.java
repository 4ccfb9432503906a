package dev.seqrpay.merchant;

import java.time.Instant;
import java.util.Optional;

/** How often keys are used: one counter for each, of the minute that is running. */
public interface KeyUses {
    /** @return which use of the minute this is, from 1 */
    int count(String keyId, Instant now);

    /** @return the minute of the latest use; empty if it was never used */
    Optional<Instant> latest(String keyId);
}
