package dev.seqrpay.simulator.core;

import java.time.Instant;

/** What getPaymentStatus gives the shop along with PAID. */
public record Receipt(
        String terminalId,
        Instant paymentDate,
        String clientInvoiceId,
        String invoiceReference,
        String paymentReference,
        String payerTerminalId,
        String receiverName,
        Invoice invoice) {
    /** The payer's number at SEQR: the simulator has one payer. */
    private static final String PAYER = "46701234567";

    static Receipt of(SimInvoice paid) {
        return new Receipt(
                paid.terminal().id(),
                paid.payment().at(),
                paid.invoice().clientInvoiceId(),
                paid.reference(),
                paid.payment().ersReference(),
                PAYER,
                paid.terminal().name(),
                paid.invoice());
    }
}
