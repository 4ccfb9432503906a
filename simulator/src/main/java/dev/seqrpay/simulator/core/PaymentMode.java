package dev.seqrpay.simulator.core;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the payer's confirmation moves the money: at once, or only when the shop commits. */
enum PaymentMode {
    IMMEDIATE_DEBIT,
    RESERVATION_DESIRED,
    RESERVATION_REQUIRED,
    RESERVATION_REQUIRED_PRELIMINARY_AMOUNT;

    /** A shop that says nothing wants the money at once. */
    static Optional<PaymentMode> of(@Nullable String word) {
        if (word == null) return Optional.of(IMMEDIATE_DEBIT);
        return Arrays.stream(values()).filter(mode -> mode.name().equals(word)).findFirst();
    }
}
