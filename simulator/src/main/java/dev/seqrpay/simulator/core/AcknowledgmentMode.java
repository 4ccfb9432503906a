package dev.seqrpay.simulator.core;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the payer has to wait for the shop's updateInvoice, which is how loyalty works. */
enum AcknowledgmentMode {
    NO_ACKNOWLEDGMENT,
    OPTIONAL_ACKNOWLEDGMENT,
    REQUIRE_ACKNOWLEDGMENT;

    static Optional<AcknowledgmentMode> of(@Nullable String word) {
        if (word == null) return Optional.of(NO_ACKNOWLEDGMENT);
        return Arrays.stream(values()).filter(mode -> mode.name().equals(word)).findFirst();
    }
}
