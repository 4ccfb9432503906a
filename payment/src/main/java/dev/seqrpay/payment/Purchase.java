package dev.seqrpay.payment;

import java.time.Instant;

/**
 * What a payment is for. It is settled at the checkout and never changes.
 *
 * @param id {@code pay_} and 128 bits in base32, unguessable
 * @param terminalId the SEQR terminal whose invoice it is
 * @param expiresAt from then on it is cancelled if it is not paid
 */
public record Purchase(
        String id,
        String merchantId,
        String terminalId,
        Invoice invoice,
        Instant createdAt,
        Instant expiresAt,
        Source source) {

    /** One of the shop's own checkout. */
    public Purchase(
            String id, String merchantId, String terminalId, Invoice invoice, Instant createdAt, Instant expiresAt) {
        this(id, merchantId, terminalId, invoice, createdAt, expiresAt, Source.CHECKOUT);
    }

    Purchase withoutPersonalData() {
        return new Purchase(
                id,
                merchantId,
                terminalId,
                invoice.withoutPersonalData(),
                createdAt,
                expiresAt,
                source.withoutPersonalData());
    }
}
