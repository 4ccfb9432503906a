package dev.seqrpay.payment;

/**
 * The payment's own invoice at SEQR.
 *
 * @param reference SEQR's invoice reference, never replaced by another
 * @param qrCode the text of the QR code
 * @param version the latest that SEQR has told us, 0 before it told any; sent back, it acknowledges what came with it
 */
public record SeqrInvoice(String reference, String qrCode, int version) {
    public SeqrInvoice {
        if (reference.isEmpty()) throw new IllegalArgumentException("an invoice of SEQR's has a reference");
        if (version < 0) throw new IllegalArgumentException("an invoice cannot have the version " + version);
    }

    SeqrInvoice withVersion(int later) {
        return new SeqrInvoice(reference, qrCode, later);
    }
}
