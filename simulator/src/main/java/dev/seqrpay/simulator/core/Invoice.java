package dev.seqrpay.simulator.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a shop asks to be paid for, as it came (contract, "Types"): anything may be missing, and the words of
 * {@code paymentMode} and {@code acknowledgmentMode} may be unknown.
 *
 * @param commitReservationTimeout seconds for which a reservation holds, or null
 */
public record Invoice(
        @Nullable String paymentMode,
        @Nullable String acknowledgmentMode,
        @Nullable Instant issueDate,
        @Nullable String title,
        @Nullable String clientInvoiceId,
        List<InvoiceRow> rows,
        @Nullable Amount total,
        @Nullable String cashierId,
        @Nullable String footer,
        @Nullable String backUrl,
        @Nullable String notificationUrl,
        @Nullable Long commitReservationTimeout) {

    public Invoice {
        rows = List.copyOf(rows);
    }

    /**
     * What the payer pays.
     *
     * @throws Refused if {@code total} cannot be paid
     */
    Sum payable() {
        return Optional.ofNullable(total)
                .flatMap(Amount::payable)
                .orElseThrow(() -> new Refused(ResultCode.INVALID_INVOICE_DATA));
    }

    /** An invoice over this sum, to be given what else it needs. */
    public static Builder over(@Nullable Amount total) {
        return new Builder(total);
    }

    /** Spells an invoice part by part, where twelve arguments in a row would say nothing. */
    public static final class Builder {
        private final @Nullable Amount total;
        private @Nullable String paymentMode;
        private @Nullable String acknowledgmentMode;
        private @Nullable String title;
        private @Nullable String clientInvoiceId;
        private List<InvoiceRow> rows = List.of();
        private @Nullable String backUrl;
        private @Nullable String notificationUrl;
        private @Nullable Long commitReservationTimeout;

        Builder(@Nullable Amount total) {
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
        public Builder reservation(String paymentMode, @Nullable Long commitReservationTimeout) {
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
