package dev.seqrpay.simulator.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What getPaymentStatus gives the shop along with PAID. */
public record Receipt(
        String terminalId,
        Instant paymentDate,
        @Nullable String clientInvoiceId,
        String invoiceReference,
        String paymentReference,
        String payerTerminalId,
        String receiverName,
        Invoice invoice) {}
