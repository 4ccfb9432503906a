package dev.seqrpay.simulator.core;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything SEQR knows of an invoice, for the phone, the pages, and tests that check where the money is.
 *
 * @param shop the name of the terminal
 * @param beingPaid a payer is at the PIN prompt
 * @param paid what the payer paid, or null; kept after a reversal
 * @param acknowledged the shop has heard of the payment in time, so that it stays
 * @param refunded the sum of the refunds
 * @param statusCalls how often the shop has asked getPaymentStatus
 * @param receipts how many receipt documents the shop has handed over
 */
public record InvoiceView(
        String reference,
        String qrText,
        String terminalId,
        String shop,
        Invoice invoice,
        InvoiceStatus status,
        int version,
        boolean beingPaid,
        Instant issuedAt,
        @Nullable Instant paidAt,
        @Nullable String ersReference,
        @Nullable Sum paid,
        boolean acknowledged,
        boolean reversed,
        BigDecimal refunded,
        int statusCalls,
        int receipts,
        List<CustomerToken> tokens,
        List<Sms> messages) {

    public String link() {
        return QrText.link(qrText);
    }
}
