package dev.seqrpay.simulator.fault;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened between SEQR and somebody.
 *
 * @param what the operation of a call; "notification"; or "sms"
 * @param reference the invoice's, or null if it was not said
 * @param outcome the result code, the HTTP status that a notification got, or what else there is to say
 * @param fault the fault that was applied, or null
 */
public record JournalEntry(
        Instant at,
        String what,
        @Nullable String reference,
        long millis,
        String outcome,
        @Nullable FaultKind fault) {
    @Override
    public String toString() {
        String line = "%tT %s %s: %s in %d ms".formatted(at.toEpochMilli(), what, reference, outcome, millis);
        return fault == null ? line : line + " (" + fault + ")";
    }
}
