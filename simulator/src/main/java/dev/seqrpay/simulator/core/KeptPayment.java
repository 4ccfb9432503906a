package dev.seqrpay.simulator.core;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** The payment of a {@link KeptInvoice}. */
public record KeptPayment(
        String ersReference,
        Sum amount,
        Instant at,
        BigDecimal refunded,
        boolean acknowledged,
        boolean reversed,
        List<ReceiptDocument> receipts) {}
