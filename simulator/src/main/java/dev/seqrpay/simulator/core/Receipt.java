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
        Invoice invoice) {}
