package dev.seqrpay.simulator.core;

import java.time.Instant;
import java.util.List;

/**
 * What a shop asks to be paid for, as it came (contract, "Types"): anything may be missing, and the words of
 * {@code paymentMode} and {@code acknowledgmentMode} may be unknown.
 *
 * @param commitReservationTimeout seconds for which a reservation holds, or null
 */
public record Invoice(
        String paymentMode,
        String acknowledgmentMode,
        Instant issueDate,
        String title,
        String clientInvoiceId,
        List<InvoiceRow> rows,
        Amount total,
        String cashierId,
        String footer,
        String backUrl,
        String notificationUrl,
        Long commitReservationTimeout) {

    public Invoice {
        rows = rows == null ? List.of() : List.copyOf(rows);
    }

    /** An invoice over this sum, to be given what else it needs. */
    public static InvoiceBuilder over(Amount total) {
        return new InvoiceBuilder(total);
    }
}
