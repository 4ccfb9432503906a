package dev.seqrpay.simulator.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A marked transaction period: the ledger's entries from one mark to the next of the same scope. It counts entries and
 * not time, so that each movement of money is in exactly one period.
 *
 * @param terminalId the one terminal it is about, or null for all of the shop's
 */
record Period(
        String id,
        String resellerId,
        @Nullable String terminalId,
        int firstEntry,
        int endEntry,
        Instant from,
        Instant to,
        Instant readyAt) {}
