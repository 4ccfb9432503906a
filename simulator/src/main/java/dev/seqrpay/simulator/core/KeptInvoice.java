package dev.seqrpay.simulator.core;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that SEQR knows of an invoice, to be kept while it does not run. A payer at the PIN prompt is not: the phone's time is
 * over by then.
 *
 * @param payment null if there is none
 * @param money what moved for it, oldest first
 */
public record KeptInvoice(
        String reference,
        String qrText,
        Terminal terminal,
        Invoice invoice,
        List<CustomerToken> tokens,
        List<Sms> messages,
        Instant issuedAt,
        InvoiceStatus status,
        int version,
        boolean cancelledByShop,
        boolean awaitsAmount,
        int statusCalls,
        boolean acknowledgedByIssuer,
        @Nullable KeptPayment payment,
        List<LedgerEntry> money) {}
