package dev.seqrpay.seqr;

import java.time.Duration;

/**
 * What one call may take.
 *
 * @param time for all of it: the connection, the exchange, inflating and parsing
 * @param bytes of the answer's body, both as it comes and inflated
 */
public record Limit(Duration time, int bytes) {}
