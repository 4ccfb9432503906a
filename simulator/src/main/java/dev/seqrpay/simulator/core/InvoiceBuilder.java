package dev.seqrpay.simulator.core;

import java.util.List;

/** Spells an invoice part by part, where twelve arguments in a row would say nothing. */
public final class InvoiceBuilder {
    private final Amount total;
    private String paymentMode;
    private String acknowledgmentMode;
    private String title;
    private String clientInvoiceId;
    private List<InvoiceRow> rows;
    private String backUrl;
    private String notificationUrl;
    private Long commitReservationTimeout;

    InvoiceBuilder(Amount total) {
        this.total = total;
    }

    public InvoiceBuilder title(String title) {
        this.title = title;
        return this;
    }

    public InvoiceBuilder clientInvoiceId(String clientInvoiceId) {
        this.clientInvoiceId = clientInvoiceId;
        return this;
    }

    public InvoiceBuilder rows(InvoiceRow... rows) {
        this.rows = List.of(rows);
        return this;
    }

    public InvoiceBuilder notificationUrl(String notificationUrl) {
        this.notificationUrl = notificationUrl;
        return this;
    }

    public InvoiceBuilder backUrl(String backUrl) {
        this.backUrl = backUrl;
        return this;
    }

    public InvoiceBuilder acknowledgmentMode(String acknowledgmentMode) {
        this.acknowledgmentMode = acknowledgmentMode;
        return this;
    }

    /** Of one of the reservation modes, holding for so many seconds once the payer has confirmed. */
    public InvoiceBuilder reservation(String paymentMode, Long commitReservationTimeout) {
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
