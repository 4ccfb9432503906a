package dev.seqrpay.simulator.core;

import org.jspecify.annotations.Nullable;

/**
 * A coupon or loyalty card of the payer's.
 *
 * @param status 0 pending, 1 used, 90 blocked, 99 invalid or unknown
 */
public record CustomerToken(
        @Nullable String id,
        @Nullable String value,
        @Nullable String description,
        int status) {
    /** As the payer's phone offers it: the shop has not yet said what it thinks of it. */
    public static CustomerToken offered(String id, String value, String description) {
        return new CustomerToken(id, value, description, 0);
    }
}
