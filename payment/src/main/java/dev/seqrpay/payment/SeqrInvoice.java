package dev.seqrpay.payment;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The payment's own invoice at SEQR.
 *
 * @param reference SEQR's invoice reference, never replaced by another
 * @param qrCode the text of the QR code
 * @param version the latest that SEQR has told us, 0 before it told any; sent back, it acknowledges what came with it
 * @param reservedUntil when the reservation ends that the payer has confirmed, {@code null} if there is none
 * @param offer what the payer's app has offered last, {@code null} if it has never waited for the shop
 */
@RecordBuilder
public record SeqrInvoice(
        String reference,
        String qrCode,
        int version,
        @Nullable Instant reservedUntil,
        @Nullable TokenOffer offer) {
    public SeqrInvoice {
        if (reference.isEmpty()) throw new IllegalArgumentException("an invoice of SEQR's has a reference");
        if (version < 0) throw new IllegalArgumentException("an invoice cannot have the version " + version);
    }

    /** One of which nothing is reserved, and for which no app has waited. */
    public SeqrInvoice(String reference, String qrCode, int version) {
        this(reference, qrCode, version, null, null);
    }

    SeqrInvoice withVersion(int later) {
        return SeqrInvoiceBuilder.builder(this).version(later).build();
    }

    SeqrInvoice reserved(Instant until) {
        return SeqrInvoiceBuilder.builder(this).reservedUntil(until).build();
    }

    SeqrInvoice offered(@Nullable TokenOffer latest) {
        return SeqrInvoiceBuilder.builder(this).offer(latest).build();
    }
}
