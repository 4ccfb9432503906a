package dev.seqrpay.payment;

import org.jspecify.annotations.Nullable;

/**
 * Who buys with a printed code, as SEQR tells it (contract, "Instant checkout"); any of it may be missing. It is personal data.
 *
 * @param msisdn the phone's number
 */
public record Buyer(
        @Nullable String clientName,
        @Nullable String street,
        @Nullable String city,
        @Nullable String country,
        @Nullable String state,
        @Nullable String zip,
        @Nullable String email,
        @Nullable String msisdn) {}
