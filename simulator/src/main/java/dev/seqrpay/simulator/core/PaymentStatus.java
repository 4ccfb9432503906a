package dev.seqrpay.simulator.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * getPaymentStatus's answer.
 *
 * @param ersReference null unless the status is PAID
 * @param version to be sent with the next getPaymentStatus, which tells SEQR that the shop has seen this
 * @param receipt null unless the status is PAID
 */
public record PaymentStatus(
        InvoiceStatus status,
        @Nullable String ersReference,
        int version,
        @Nullable Receipt receipt,
        List<CustomerToken> tokens) {}
