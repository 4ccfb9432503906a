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
    public static Builder over(Amount total) {
        return new Builder(total);
    }

    /** Spells an invoice part by part, where twelve arguments in a row would say nothing. */
    public static final class Builder {
        private final Amount total;
        private String paymentMode;
        private String acknowledgmentMode;
        private String title;
        private String clientInvoiceId;
        private List<InvoiceRow> rows;
        private String backUrl;
        private String notificationUrl;
        private Long commitReservationTimeout;

        Builder(Amount total) {
            this.total = total;
        }

        public Builder title(String title) {
            this.title = title;
            return this;
        }

        public Builder clientInvoiceId(String clientInvoiceId) {
            this.clientInvoiceId = clientInvoiceId;
            return this;
        }

        public Builder rows(InvoiceRow... rows) {
            this.rows = List.of(rows);
            return this;
        }

        public Builder notificationUrl(String notificationUrl) {
            this.notificationUrl = notificationUrl;
            return this;
        }

        public Builder backUrl(String backUrl) {
            this.backUrl = backUrl;
            return this;
        }

        public Builder acknowledgmentMode(String acknowledgmentMode) {
            this.acknowledgmentMode = acknowledgmentMode;
            return this;
        }

        /** Of one of the reservation modes, holding for so many seconds once the payer has confirmed. */
        public Builder reservation(String paymentMode, Long commitReservationTimeout) {
            this.paymentMode = paymentMode;
            this.commitReservationTimeout = commitReservationTimeout;
            return this;
        }

        public Invoice build() {
            return new Invoice(
                    paymentMode,
                    acknowledgmentMode,
                    null,
                    title,
                    clientInvoiceId,
                    rows,
                    total,
                    null,
                    null,
                    backUrl,
                    notificationUrl,
                    commitReservationTimeout);
        }
    }
}
