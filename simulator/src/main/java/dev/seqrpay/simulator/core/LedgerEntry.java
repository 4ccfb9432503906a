package dev.seqrpay.simulator.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Money that moved: to the shop by a payment, back to the payer by a refund or a reversal. */
public record LedgerEntry(
        Instant at,
        Kind kind,
        String resellerId,
        String terminalId,
        String invoiceReference,
        String ersReference,
        @Nullable String clientInvoiceId,
        @Nullable String cashierId,
        Sum amount) {

    /** What moved it. */
    public enum Kind {
        PAYMENT,
        REFUND,
        REVERSAL
    }
}
